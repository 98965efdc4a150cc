#pragma once

// What the hazard would have said in the past, with nothing known that was not known then.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "entente/realignment/hazard/hazard_table.hpp"
#include "entente/realignment/hazard/predictor.hpp"

namespace entente {

/// Widths of the prior tried; the default serves until forecasts are complete.
inline constexpr std::array<double, 5> prior_sds{0.05, 0.1, 0.25, 0.5, 1.0};
inline constexpr double default_prior_sd = 0.1;

struct BacktestOptions {
    int first_origin = 1975;
    int last_origin = 2016;
    /// Years looked ahead.
    int horizon = 5;
    /// Rungs of the ladder to forecast with, beside those that serve as reference.
    std::vector<Specification> specifications{Specification::duration, Specification::alignment,
                                              Specification::regime,   Specification::conflict,
                                              Specification::trade,    Specification::policy};
    /// Choose the width of the prior at each origin by the Brier score of forecasts already
    /// complete; otherwise the default serves throughout.
    bool chooses_prior = true;
    std::size_t threads = 0;
};

/// A partner at an origin, and whether an event came within the horizon.
struct ForecastCase {
    std::size_t state = 0;
    int origin = 0;
    bool is_treaty_ally = false;
    std::uint8_t outcome = 0;
};

/// Forecasts of one rung, in the order of the cases.
struct ForecastSeries {
    std::string name{};
    std::vector<double> probability{};
};

struct Backtest {
    int horizon = 5;
    std::vector<ForecastCase> cases{};
    /// One a rung, in the order asked for.
    std::vector<ForecastSeries> models{};
    /// The average rate of partners so far; duration alone; the rates of treaty allies and others.
    ForecastSeries base_rate{};
    ForecastSeries duration_only{};
    ForecastSeries two_classes{};
    /// [origin] width of the prior used by the headline specification.
    std::vector<double> chosen_prior_sd{};
};

/// Rolling origins: at the end of each year, fit on rows whose outcome was known, forecast all
/// partners that exist a year later.
///
/// @throws  OptionError if an origin has no event to train on or no partner to forecast.
/// Numerics origins run on several threads; results do not depend on their number.
Backtest run_backtest(const HazardTable& table, const BacktestOptions& options);

}  // namespace entente
