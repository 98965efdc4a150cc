#include "entente/measures/hedging/contributions.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/measures/hedging/draw_plan.hpp"

namespace entente {
namespace {

constexpr std::size_t num_cells = num_channels * num_contribution_parts;

/// [channel and part, draw] of one case.
using DrawnParts = Array2<double>;

std::vector<DrawnParts> drawn_parts(const HedgingEvidence& evidence,
                                    std::span<const std::size_t> asked,
                                    const HedgingDrawOptions& options) {
    constexpr std::size_t block = 16;
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    const detail::LedgerPlan ledger(evidence);
    std::vector<DrawnParts> drawn(asked.size(), DrawnParts(num_cells, options.num_draws));
    parallel_for((options.num_draws + block - 1) / block, options.threads, [&](std::size_t b) {
        std::vector<PerChannel<double>> signals(evidence.cases.size());
        for (std::size_t d = b * block; d < std::min(options.num_draws, (b + 1) * block); ++d) {
            const auto draw = static_cast<std::uint32_t>(d);
            const HedgingParameters parameters = drawn_parameters(options, draw);
            ledger.scores(drawn_magnitudes(evidence.ledger, options, draw), parameters.signals,
                          signals);
            for (std::size_t a = 0; a < asked.size(); ++a) {
                const HedgingCase& one = evidence.cases[asked[a]];
                const Contributions parts = contributions(
                    score_case(one, panel, signals[asked[a]], parameters,
                               drawn_noise(options, draw, one.noise_id.value_or(asked[a]))),
                    parameters);
                for (std::size_t c = 0; c < num_cells; ++c) {
                    drawn[a](c, d) = parts[c / num_contribution_parts][c % num_contribution_parts];
                }
            }
        }
    });
    return drawn;
}

/// Sum of some rows, draw by draw.
std::vector<double> sum_of(const DrawnParts& drawn, std::size_t first, std::size_t count) {
    std::vector<double> sums(drawn.columns(), 0.0);
    for (std::size_t c = first; c < first + count; ++c) {
        for (std::size_t d = 0; d < sums.size(); ++d) sums[d] += drawn(c, d);
    }
    return sums;
}

CaseContributions summary_of(const HedgingScore& stated, const Contributions& parts,
                             const DrawnParts& drawn) {
    CaseContributions one;
    for (std::size_t k = 0; k < num_channels; ++k) {
        one.is_present[k] = stated.channels[k].is_present;
        for (std::size_t p = 0; p < num_contribution_parts; ++p) {
            one.parts[k][p] = {parts[k][p],
                               draw_interval(drawn.row(k * num_contribution_parts + p))};
        }
        one.channels[k] = {
            stated.channels[k].contribution,
            draw_interval(sum_of(drawn, k * num_contribution_parts, num_contribution_parts))};
    }
    one.index = {stated.index, draw_interval(sum_of(drawn, 0, num_cells))};
    return one;
}

}  // namespace

Contributions contributions(const HedgingScore& score, const HedgingParameters& parameters) {
    const double lambda = parameters.activity_share;
    const double sigma = parameters.signal_share;
    Contributions parts{};
    if (score.is_empty()) return parts;
    for (std::size_t k = 0; k < num_channels; ++k) {
        const ChannelScore& channel = score.channels[k];
        const double points = 100.0 * channel.weight;
        parts[k] = {points * (1.0 - lambda) * channel.level,
                    points * lambda * (1.0 - sigma) * channel.movement,
                    points * lambda * sigma * channel.signals};
        if (!channel.is_present) parts[k] = {};
    }
    return parts;
}

std::vector<std::optional<CaseContributions>> draw_contributions(
    const HedgingEvidence& evidence, std::span<const std::size_t> asked,
    const HedgingDrawOptions& options) {
    check(options);
    check(evidence);
    for (const std::size_t i : asked) {
        if (i >= evidence.cases.size()) throw ShapeError("Contributions are asked of no case.");
    }
    const std::vector<HedgingScore> stated = score_hedging(evidence, options.center);
    const std::vector<DrawnParts> drawn = drawn_parts(evidence, asked, options);
    std::vector<std::optional<CaseContributions>> all(asked.size());
    for (std::size_t a = 0; a < asked.size(); ++a) {
        const HedgingScore& score = stated[asked[a]];
        if (score.is_empty()) continue;
        all[a] = summary_of(score, contributions(score, options.center), drawn[a]);
    }
    return all;
}

}  // namespace entente
