#pragma once

// Forecasts grouped by rank of probability, for the calibration diagram.

#include <cstddef>
#include <vector>

#include "entente/realignment/hazard/backtest_scores.hpp"

namespace entente {

struct CalibrationGroup {
    double mean_probability = 0.0;
    double frequency = 0.0;
    /// Of the frequency, 90 percent over countries drawn with replacement.
    double low = 0.0;
    double high = 0.0;
    std::size_t num_cases = 0;
};

/// Tenths of the forecasts of one series by rank of probability.
/// @param model  Position among the models of the backtest.
std::vector<CalibrationGroup> calibration_groups(const Backtest& backtest, std::size_t model,
                                                 const ScoreOptions& options);

}  // namespace entente
