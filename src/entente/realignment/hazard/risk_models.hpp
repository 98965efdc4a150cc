#pragma once

// The hazards behind today's risk: the headline rung, and those beside it that say how much the
// answer hangs on the choice.

#include <vector>

#include "entente/realignment/hazard/hazard_model.hpp"

namespace entente {

/// Events and years of one class of partners in training.
struct ClassRate {
    double events = 0.0;
    double years = 0.0;
    double rate() const { return events / years; }
};

struct RiskModels {
    /// Last year known.
    int year = 0;
    std::vector<HazardModel> models{};
    /// [model] share of draws it gets; they add up to 1.
    std::vector<double> weights{};
    /// The model whose drivers and labels are shown.
    std::size_t headline = 0;
    ClassRate treaty_allies{};
    ClassRate other_partners{};
    /// Of all partners, a year.
    double base_rate = 0.0;
    /// Backtested slopes of calibration; drawn from.
    std::vector<double> calibration_slopes{};
};

/// Widths of the prior and rungs that share the draws [D]: the headline rung has half of them, the
/// ones below and above it a quarter each, every width of .05, .1 and .25 alike.
///
/// @param year    Last year known: rows up to three years earlier are trained on.
/// @param slopes  calibration_slope_draws of the backtest; empty takes every slope as 1.
/// @throws        OptionError if the training years hold no event of a partner.
RiskModels fit_risk_models(const HazardTable& table, int year, std::vector<double> slopes);

}  // namespace entente
