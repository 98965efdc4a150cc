#include "entente/measures/hedging/draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente {
namespace {

/// What a random stream is for; never renumbered, because stored results rest on them.
enum Purpose : std::uint32_t {
    purpose_choices = 101,
    purpose_event = 102,
    purpose_magnitude = 103,
    purpose_noise = 104,
};

RandomStream stream_of(const HedgingDrawOptions& options, std::uint32_t draw, Purpose purpose,
                       std::size_t entity) {
    return RandomStream({.seed = options.seed,
                         .draw = draw,
                         .purpose = purpose,
                         .entity = static_cast<std::uint32_t>(entity)});
}

double drawn(RandomStream& stream, const Bounds& bounds) {
    return uniform_draw(stream, bounds.low, bounds.high);
}

double drawn_magnitude(double stated, RandomStream stream) {
    constexpr double smallest = 1.0;
    constexpr double largest = 5.0;
    const double u = stream.uniform();
    const double step = u < 0.25 ? -1.0 : (u < 0.75 ? 0.0 : 1.0);
    return std::clamp(stated + step, smallest, largest);
}

}  // namespace

HedgingParameters drawn_parameters(const HedgingDrawOptions& options, std::uint32_t draw) {
    HedgingParameters parameters = options.center;
    if (!options.vary_choices) return parameters;
    RandomStream stream = stream_of(options, draw, purpose_choices, 0);
    parameters.activity_share = drawn(stream, options.activity_share);
    parameters.signal_share = drawn(stream, options.signal_share);
    parameters.residual_share = drawn(stream, options.residual_share);
    parameters.signals.half_life_years = drawn(stream, options.half_life_years);
    parameters.signals.shrinkage = drawn(stream, options.shrinkage);
    parameters.signals.bloc_weight = drawn(stream, options.bloc_weight);
    // Last, because a gamma draw takes as many numbers as it needs.
    dirichlet_draw(stream, options.weight_concentration, parameters.weights);
    return parameters;
}

std::vector<double> drawn_magnitudes(const HedgingLedger& ledger, const HedgingDrawOptions& options,
                                     std::uint32_t draw) {
    std::vector<double> magnitude = stated_magnitudes(ledger);
    for (std::size_t k = 0; k < magnitude.size(); ++k) {
        if (magnitude[k] == 0.0) continue;
        RandomStream event = stream_of(options, draw, purpose_event, ledger.rows[k].event);
        if (event.uniform() >= options.keep_probability) {
            magnitude[k] = 0.0;
        } else if (options.vary_magnitudes) {
            magnitude[k] =
                drawn_magnitude(magnitude[k], stream_of(options, draw, purpose_magnitude, k));
        }
    }
    return magnitude;
}

CaseNoise drawn_noise(const HedgingDrawOptions& options, std::uint32_t draw, std::size_t noise_id) {
    RandomStream stream = stream_of(options, draw, purpose_noise, noise_id);
    const HedgingNoise& sd = options.noise;
    CaseNoise noise;
    for (double& x : noise.trade) x = sd.trade * normal_draw(stream);
    for (double& x : noise.technology) x = sd.technology * normal_draw(stream);
    for (double& x : noise.kappa) x = sd.kappa * normal_draw(stream);
    for (double& x : noise.finance) x = sd.finance * normal_draw(stream);
    for (double& x : noise.trade_changes) x = sd.trade_change * normal_draw(stream);
    noise.kappa_change = sd.kappa_change * normal_draw(stream);
    noise.finance_before = sd.finance * normal_draw(stream);
    return noise;
}

HedgingCuts label_cuts(std::vector<double> scores) {
    std::erase_if(scores, [](double score) { return std::isnan(score); });
    std::sort(scores.begin(), scores.end());
    return sorted_label_cuts(scores);
}

HedgingCuts sorted_label_cuts(std::span<const double> sorted) {
    HedgingCuts cuts{};
    for (std::size_t k = 0; k < cuts.size(); ++k) {
        cuts[k] = sorted_quantile(sorted, static_cast<double>(k + 1) / num_hedging_labels);
    }
    return cuts;
}

HedgingLabel label_of(double score, const HedgingCuts& cuts) {
    if (std::isnan(score) || std::isnan(cuts.front())) return no_label;
    HedgingLabel label = 0;
    for (const double cut : cuts) label = static_cast<HedgingLabel>(label + (score >= cut ? 1 : 0));
    return label;
}

HedgingCuts reference_cuts(const HedgingEvidence& evidence, const HedgingParameters& parameters) {
    constexpr PerChannel<double> neutral{0.5, 0.5, 0.5, 0.5};
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    std::vector<double> scores;
    for (const HedgingCase& one : evidence.reference_panel) {
        scores.push_back(score_case(one, panel, neutral, parameters).index);
    }
    return label_cuts(std::move(scores));
}

HedgingDraws draw_hedging_reference(const HedgingEvidence& evidence,
                                    const HedgingDrawOptions& options) {
    check(options);
    check(evidence);
    const std::size_t num_cases = evidence.cases.size();
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    HedgingDraws draws{.seed = options.seed,
                       .index = {num_cases, options.num_draws},
                       .position = {num_cases, options.num_draws},
                       .activity = {num_cases, options.num_draws},
                       .label = {num_cases, options.num_draws},
                       .cuts = {}};
    for (std::uint32_t d = 0; d < options.num_draws; ++d) {
        const HedgingParameters parameters = drawn_parameters(options, d);
        const auto signals = signal_scores(evidence, drawn_magnitudes(evidence.ledger, options, d),
                                           parameters.signals);
        draws.cuts.push_back(reference_cuts(evidence, parameters));
        for (std::size_t i = 0; i < num_cases; ++i) {
            const HedgingCase& one = evidence.cases[i];
            const HedgingScore score =
                score_case(one, panel, signals[i], parameters,
                           drawn_noise(options, d, one.noise_id.value_or(i)));
            draws.index(i, d) = score.index;
            draws.position(i, d) = score.position;
            draws.activity(i, d) = score.activity;
            draws.label(i, d) = label_of(score.index, draws.cuts[d]);
        }
    }
    return draws;
}

HedgingDraws group_draws(const HedgingDraws& draws, std::span<const HedgingGroup> groups) {
    const std::size_t num_draws = draws.num_draws();
    HedgingDraws result{.seed = draws.seed,
                        .index = {groups.size(), num_draws},
                        .position = {groups.size(), num_draws},
                        .activity = {groups.size(), num_draws},
                        .label = {groups.size(), num_draws},
                        .cuts = draws.cuts};
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const HedgingGroup& group = groups[g];
        if (group.members.size() != group.weights.size() ||
            std::any_of(group.members.begin(), group.members.end(),
                        [&](std::size_t i) { return i >= draws.num_cases(); })) {
            throw ShapeError("The group " + group.code + " does not fit the cases drawn.");
        }
        const auto mean = [&](const Array2<double>& values, std::size_t d) {
            double sum = 0.0;
            double weight = 0.0;
            for (std::size_t k = 0; k < group.members.size(); ++k) {
                const double x = values(group.members[k], d);
                if (std::isnan(x)) continue;
                sum += group.weights[k] * x;
                weight += group.weights[k];
            }
            return weight > 0.0 ? sum / weight : std::numeric_limits<double>::quiet_NaN();
        };
        for (std::size_t d = 0; d < num_draws; ++d) {
            result.index(g, d) = mean(draws.index, d);
            result.position(g, d) = mean(draws.position, d);
            result.activity(g, d) = mean(draws.activity, d);
            result.label(g, d) = label_of(result.index(g, d), draws.cuts[d]);
        }
    }
    return result;
}

}  // namespace entente
