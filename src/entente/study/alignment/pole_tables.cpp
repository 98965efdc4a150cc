#include "entente/study/alignment/pole_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/hedging/evidence.hpp"
#include "entente/study/loaded_layers.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::Losses;
using detail::Power;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Powers shown first, then every economy that is in none of them.
std::vector<Power> candidates(const World& world, const std::vector<Power>& shown) {
    std::vector<Power> all = shown;
    for (const std::size_t n : detail::economies(world, shown)) {
        all.push_back({.pole = {world.countries()[n], world.country_name(n)}, .members = {n}});
    }
    return all;
}

void require_apart(const std::vector<Power>& powers) {
    for (std::size_t a = 0; a < powers.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            for (const std::size_t member : powers[a].members) {
                if (!powers[b].has(member)) continue;
                throw OptionError(fmt::format("powers {} and {} overlap; name powers apart.",
                                              powers[b].pole.code, powers[a].pole.code));
            }
        }
    }
}

/// [candidate][economy] losses in closed form; NaN for a member of the power.
std::vector<std::vector<double>> loss_matrix(const Losses& losses, const std::vector<Power>& powers,
                                             const std::vector<std::size_t>& economies,
                                             std::size_t threads) {
    std::vector<std::vector<double>> matrix(powers.size());
    parallel_for(powers.size(), threads, [&](std::size_t p) {
        for (const std::size_t n : economies) {
            matrix[p].push_back(powers[p].has(n) ? nan
                                                 : losses.of_country(n, powers[p].members).total);
        }
    });
    return matrix;
}

std::vector<double> incomes(const Losses& losses, const std::vector<std::size_t>& economies) {
    std::vector<double> gdp;
    for (const std::size_t n : economies) gdp.push_back(losses.state().value_added[n]);
    return gdp;
}

/// Losses of the economies by power, and of the power, as asked for.
struct Mutual {
    std::vector<double> loss;
    std::vector<double> reverse;
};

Mutual mutual_losses(const World& world, const Losses& losses, const Power& power,
                     const std::vector<std::size_t>& economies, ExposureMethod method,
                     std::size_t threads) {
    std::vector<detail::Sides> sides;
    for (const std::size_t n : economies) {
        if (!power.has(n)) sides.push_back({.countries = {n}, .power = power.members});
    }
    const auto solved = method == ExposureMethod::ge
                            ? detail::EquilibriumLosses(world).of(sides, {}, threads)
                            : detail::closed_form_losses(losses, sides, {}, threads);
    Mutual mutual;
    auto next = solved.begin();
    for (const std::size_t n : economies) {
        const bool is_own = power.has(n);
        mutual.loss.push_back(is_own ? nan : next->countries);
        mutual.reverse.push_back(is_own ? nan : next->power);
        if (!is_own) ++next;
    }
    return mutual;
}

/// By code, the leans of every economy with a score between the two powers.
std::map<std::string, ChannelLeans> leans_of(const detail::LoadedLayers& layers,
                                             const PerPole<std::string>& poles) {
    std::map<std::string, ChannelLeans> leans;
    for (const std::string& pole : poles) {
        if (!layers.totals || !layers.geography || !layers.totals->economies.find(pole)) return {};
    }
    const HedgingEvidence evidence =
        make_hedging_evidence(layers.for_hedging(), {.poles = poles, .reference_years = {}});
    const auto scores = score_hedging(evidence);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (const auto one = channel_leans(scores[i])) leans.emplace(evidence.cases[i].code, *one);
    }
    return leans;
}

void add_countries(const World& world, const Losses& losses, const std::vector<Power>& powers,
                   const PoleOptions& options, const LayerSet& layers, PoleTable& table) {
    const std::vector<std::size_t> rows =
        options.countries.empty() ? detail::economies(world, {})
                                  : detail::selected_economies(world, {}, options.countries);
    std::vector<Mutual> mutual;
    for (const Power& power : powers) {
        mutual.push_back(mutual_losses(world, losses, power, rows, table.method, options.threads));
    }
    std::map<std::string, ChannelLeans> leans;
    if (powers.size() >= 2) {
        const detail::LoadedLayers loaded = detail::load(layers);
        table.lean_poles = {powers[0].pole.code, powers[1].pole.code};
        table.layers = loaded.stamps;
        leans = leans_of(loaded, table.lean_poles);
    }
    for (std::size_t k = 0; k < rows.size(); ++k) {
        LeverageRow row{.code = world.countries()[rows[k]],
                        .name = world.country_name(rows[k]),
                        .loss = {},
                        .reverse = {}};
        for (const Mutual& one : mutual) {
            row.loss.push_back(one.loss[k]);
            row.reverse.push_back(one.reverse[k]);
        }
        const auto lean = leans.find(row.code);
        if (lean != leans.end()) row.leans = lean->second;
        table.countries.push_back(std::move(row));
    }
}

}  // namespace

PoleTable make_pole_table(const World& world, const PoleOptions& options, const LayerSet& layers) {
    std::vector<Power> shown;
    for (const std::string& code : options.powers) {
        shown.push_back(detail::power_named(world, code));
    }
    require_apart(shown);
    PoleTable table{
        .world = detail::stamp(world),
        .method = options.method == "ge" ? ExposureMethod::ge : ExposureMethod::closed_form,
        .by_country = options.by == "country"};
    const Losses losses(world);
    const std::vector<std::size_t> economies = detail::economies(world, {});
    const std::vector<Power> all = candidates(world, shown);
    const auto totals = power_totals(loss_matrix(losses, all, economies, options.threads),
                                     incomes(losses, economies));
    table.effective_poles = effective_poles(totals);
    table.num_candidates = all.size();
    for (std::size_t p = 0; p < shown.size(); ++p) {
        PowerRow row{.power = shown[p].pole, .total = totals[p], .rank = 1};
        for (const PowerTotal& other : totals) row.rank += other.money > totals[p].money ? 1 : 0;
        if (table.method == ExposureMethod::ge) {
            const Mutual exact =
                mutual_losses(world, losses, shown[p], economies, table.method, options.threads);
            const PowerTotal solved =
                power_totals({exact.loss}, incomes(losses, economies)).front();
            row.total.money = solved.money;
            row.total.share_of_gdp = solved.share_of_gdp;
        }
        table.powers.push_back(std::move(row));
    }
    if (table.by_country) add_countries(world, losses, shown, options, layers, table);
    return table;
}

PoleTable make_pole_table(const WorldCatalog& worlds, const PoleOptions& options) {
    return make_pole_table(worlds.open(options.world), options,
                           open_layers(worlds, options.layers));
}

LinkTable make_link_table(const WorldCatalog& worlds, const LinkOptions& options) {
    const LayerSet set = open_layers(worlds, options.layers);
    const Layer* layer = set.find("signals");
    if (layer == nullptr) throw OptionError(missing_layer("signals"));
    return {.layer = detail::stamp(*layer),
            .powers = options.powers,
            .by_pair = options.by == "pair",
            .links = agreement_links(read_signals(*layer), options.powers)};
}

}  // namespace entente
