#include "entente/study/risk/landscape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/realignment/landscape/enumeration.hpp"
#include "entente/realignment/landscape/minima.hpp"
#include "entente/realignment/landscape/temperature.hpp"
#include "entente/study/risk/layers.hpp"

namespace entente {
namespace {

constexpr const char* first_power = "USA";
constexpr const char* second_power = "CHN";
constexpr std::size_t shown_minima = 8;

/// [part] weights that add up to one.
std::vector<double> weights_of(const RiskLandscapeOptions& options,
                               const std::vector<PropensityPart>& parts) {
    std::vector<double> weights(parts.size(), 1.0);
    for (const std::string& entry : options.weights) {
        const std::size_t sign = std::min(entry.find('='), entry.size());
        const auto named = [&](const auto& part) { return part.name == entry.substr(0, sign); };
        const auto part = std::ranges::find_if(parts, named);
        if (part == parts.end() || sign == entry.size()) {
            throw OptionError(
                fmt::format("weights has {}; write votes=W, pacts=W or rivalry=W.", entry));
        }
        const double weight = detail::number_option("weights", entry.substr(sign + 1));
        if (weight < 0.0) {
            throw OptionError(fmt::format("weights has {}; no weight is below zero.", entry));
        }
        weights[static_cast<std::size_t>(part - parts.begin())] = weight;
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(sum > 0.0)) throw OptionError("weights are all zero; at least one must be above.");
    for (double& weight : weights) weight /= sum;
    return weights;
}

std::size_t place_of(const std::vector<std::string>& actors, const std::string& code) {
    const auto at = std::ranges::find(actors, code);
    if (at == actors.end()) throw OptionError(fmt::format("actors must include {}.", code));
    return static_cast<std::size_t>(at - actors.begin());
}

std::vector<std::string> pairs_below_zero(const PropensityPart& part,
                                          const std::vector<std::string>& actors) {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (std::size_t j = i + 1; j < actors.size(); ++j) {
            if (part.values(i, j) < 0.0) {
                pairs.push_back(fmt::format("{}-{}", actors[i], actors[j]));
            }
        }
    }
    return pairs;
}

std::vector<LandscapeMinimumRow> minimum_rows(const Landscape& landscape,
                                              const std::vector<double>& energies,
                                              const CampMinima& minima,
                                              const std::vector<std::string>& actors,
                                              std::size_t first) {
    std::vector<LandscapeMinimumRow> rows;
    Array2<double> saddles;
    if (minima.listed.size() > 1) saddles = find_saddles(landscape, energies, minima);
    for (std::size_t m = 0; m < minima.listed.size(); ++m) {
        const CampMinimum& minimum = minima.listed[m];
        LandscapeMinimumRow row{.energy = minimum.energy, .basin_share = minimum.basin_share};
        for (std::size_t i = 0; i < actors.size(); ++i) {
            const bool is_apart = are_apart(minimum.camps, first, i);
            (is_apart ? row.second_camp : row.first_camp).push_back(actors[i]);
        }
        if (m > 0) row.barrier = saddles(m, 0) - minimum.energy;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<LandscapeRow> actor_rows(const detail::LoadedLayers& layers,
                                     const std::vector<std::string>& actors,
                                     const Landscape& landscape, Camps camps, std::size_t first,
                                     const WeightDraws& draws) {
    const std::vector<double> margins = flip_margins(landscape, camps);
    std::vector<LandscapeRow> rows;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const CampShare& share = draws.actors[i];
        rows.push_back({.code = actors[i],
                        .name = detail::actor_name(layers, actors[i]),
                        .size_share = landscape.sizes[i],
                        .is_with_first = !are_apart(camps, first, i),
                        .flip_margin = margins[i],
                        .with_first_share = share.with_first,
                        .with_second_share = share.with_second,
                        .undecided_share = share.undecided,
                        .margin_low = share.margin_low,
                        .margin_median = share.margin_median,
                        .margin_high = share.margin_high});
    }
    const auto toward = [](const LandscapeRow& row) {
        return row.is_with_first ? row.flip_margin : -row.flip_margin;
    };
    std::ranges::stable_sort(
        rows, [&](const LandscapeRow& a, const LandscapeRow& b) { return toward(a) > toward(b); });
    return rows;
}

}  // namespace

LandscapeReport make_landscape(const RiskLandscapeOptions& options, const LayerSet& set) {
    const auto layers = detail::load_for_risk(set, {"geography", "votes", "security"});
    const int year = static_cast<int>(options.year);
    const auto actors = detail::risk_actors(layers, options.actors, year, max_landscape_actors);
    const std::size_t first = place_of(actors, first_power);
    const std::size_t second = place_of(actors, second_power);
    LandscapeReport report{.first_power = first_power, .second_power = second_power, .year = year};

    const int last = detail::last_vote_year(*layers.votes, year);
    report.vote_years = fmt::format("{} to {}", last - 4, last);
    const std::vector<PropensityPart> parts{
        detail::vote_part(layers, actors, last, report.pairs_without_votes),
        detail::pact_part(layers, actors, year),
        detail::rivalry_part(layers, actors, options.rivals)};
    const std::vector<double> weights = weights_of(options, parts);
    for (std::size_t k = 0; k < parts.size(); ++k) {
        report.weights += fmt::format("{}{} {:.2f}", k ? ", " : "", parts[k].name, weights[k]);
    }

    Landscape landscape{detail::actor_sizes(layers, actors, year),
                        weighted_propensities(parts, weights)};
    const double all = std::accumulate(landscape.sizes.begin(), landscape.sizes.end(), 0.0);
    for (double& size : landscape.sizes) size /= all;
    const auto energies = enumerate_energies(landscape, options.threads);
    const CampMinima minima = find_minima(landscape, energies, shown_minima, options.threads);
    const WeightDraws draws = draw_weights(landscape.sizes, parts, first, second, options.draws,
                                           options.seed, options.threads);

    const double temperature = detail::number_option("temperature", options.temperature);
    if (temperature < 0.0) throw OptionError("temperature is below zero; 0 shows no chances.");
    std::vector<double> chances;
    if (temperature > 0.0) {
        chances = chance_of_same_camp(landscape, energies, first, temperature, options.threads);
        report.temperature = temperature;
    }

    report.rivals = pairs_below_zero(parts.back(), actors);
    report.rows = actor_rows(layers, actors, landscape, minima.listed.front().camps, first, draws);
    for (LandscapeRow& row : report.rows) {
        if (!chances.empty()) row.first_camp_chance = chances[place_of(actors, row.code)];
    }
    report.num_minima = minima.num_minima;
    report.minima = minimum_rows(landscape, energies, minima, actors, first);
    report.num_draws = draws.num_draws;
    report.seed = options.seed;
    report.one_minimum_share = draws.one_minimum_share;
    report.powers_apart_share = draws.powers_apart_share;
    report.layers = layers.stamps;
    return report;
}

}  // namespace entente
