#include <algorithm>

#include "entente/base/parallel.hpp"
#include "entente/measures/hedging/draw_plan.hpp"
#include "entente/measures/hedging/draws.hpp"

namespace entente {
namespace {

/// What one thread writes on between draws.
struct Scratch {
    std::vector<double> panel_scores;
    std::vector<PerChannel<double>> signals;
};

/// What all draws read.
struct Plan {
    const HedgingEvidence& evidence;
    const HedgingDrawOptions& options;
    SortedKappaPanel kappa_panel;
    detail::PanelPlan panel;
    detail::LedgerPlan ledger;
};

void draw_one(const Plan& plan, std::uint32_t d, Scratch& scratch, HedgingDraws& draws) {
    const HedgingParameters parameters = drawn_parameters(plan.options, d);
    plan.ledger.scores(drawn_magnitudes(plan.evidence.ledger, plan.options, d), parameters.signals,
                       scratch.signals);
    draws.cuts[d] = plan.panel.cuts(parameters, scratch.panel_scores);
    for (std::size_t i = 0; i < plan.evidence.cases.size(); ++i) {
        const HedgingCase& one = plan.evidence.cases[i];
        const HedgingScore score =
            score_case(one, plan.kappa_panel, scratch.signals[i], parameters,
                       drawn_noise(plan.options, d, one.noise_id.value_or(i)));
        draws.index(i, d) = score.index;
        draws.position(i, d) = score.position;
        draws.activity(i, d) = score.activity;
        draws.label(i, d) = label_of(score.index, draws.cuts[d]);
    }
}

}  // namespace

HedgingDraws draw_hedging(const HedgingEvidence& evidence, const HedgingDrawOptions& options) {
    // Large enough to share the scratch, small enough that 256 draws keep several threads busy.
    constexpr std::size_t block = 16;
    check(options);
    check(evidence);
    const SortedKappaPanel kappa_panel = sorted_kappa_panel(evidence);
    const Plan plan{evidence, options, kappa_panel, detail::PanelPlan(evidence, kappa_panel),
                    detail::LedgerPlan(evidence)};
    const std::size_t num_cases = evidence.cases.size();
    const std::size_t num_draws = options.num_draws;
    HedgingDraws draws{.seed = options.seed,
                       .index = {num_cases, num_draws},
                       .position = {num_cases, num_draws},
                       .activity = {num_cases, num_draws},
                       .label = {num_cases, num_draws},
                       .cuts = std::vector<HedgingCuts>(num_draws)};
    parallel_for((num_draws + block - 1) / block, options.threads, [&](std::size_t b) {
        Scratch scratch{.panel_scores = {}, .signals = std::vector<PerChannel<double>>(num_cases)};
        const std::size_t end = std::min(num_draws, (b + 1) * block);
        for (std::size_t d = b * block; d < end; ++d) {
            draw_one(plan, static_cast<std::uint32_t>(d), scratch, draws);
        }
    });
    return draws;
}

}  // namespace entente
