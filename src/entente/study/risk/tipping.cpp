#include "entente/study/risk/tipping.hpp"

#include "entente/realignment/tipping/global_game.hpp"
#include "entente/realignment/tipping/mean_field.hpp"
#include "entente/study/risk/layers.hpp"

namespace entente {
namespace {

using detail::number_option;
using detail::positive_option;

constexpr std::size_t num_steps = 80;

void add_mean_field(const RiskTippingOptions& options, TippingReport& report) {
    const MeanField model{.sharpness = positive_option("sharpness", options.sharpness),
                          .coupling = positive_option("coupling", options.coupling)};
    report.sharpness = model.sharpness;
    report.coupling = model.coupling;
    report.pressure = number_option("pressure", options.pressure);
    report.steady_states = steady_states(model, report.pressure);
    const auto fold = fold_of(model);
    if (fold) {
        report.fold_alignment = fold->alignment;
        report.fold_pressure = fold->pressure;
    }
    // Twice the fold shows both jumps; without one, a pressure that moves alignment to .96.
    const double largest = fold ? 2.0 * fold->pressure : 2.0 / model.sharpness;
    const Sweep sweep = sweep_pressure(model, largest, num_steps);
    report.jump_up = sweep.jump_up;
    report.jump_down = sweep.jump_down;
    for (std::size_t k = 0; k < sweep.up.size(); ++k) {
        report.curve.push_back({.pressure = sweep.up[k].pressure,
                                .way_out = sweep.up[k].alignment,
                                .way_back = sweep.down[sweep.down.size() - 1 - k].alignment});
    }
}

void add_global_game(const RiskTippingOptions& options, TippingReport& report) {
    const GlobalGame game{.company = positive_option("company", options.company),
                          .penalty = positive_option("penalty", options.penalty)};
    const Sight sight{.prior_mean = number_option("prior-mean", options.prior_mean),
                      .prior_sd = positive_option("prior-sd", options.prior_sd),
                      .noise = positive_option("noise", options.noise)};
    report.company = game.company;
    report.penalty = game.penalty;
    report.noise = sight.noise;
    report.prior_mean = sight.prior_mean;
    report.prior_sd = sight.prior_sd;
    report.limit_threshold = limit_threshold(game);
    report.signal_thresholds = signal_thresholds(game, sight);
}

}  // namespace

TippingReport make_tipping(const RiskTippingOptions& options) {
    TippingReport report;
    add_mean_field(options, report);
    add_global_game(options, report);
    return report;
}

}  // namespace entente
