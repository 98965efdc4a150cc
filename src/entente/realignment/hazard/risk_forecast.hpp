#pragma once

// Today's risk of partial reversal for each country, with everything that is uncertain in it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "entente/realignment/hazard/risk_models.hpp"

namespace entente {

/// Low, Low-Medium, Medium, Medium-High, High.
inline constexpr std::size_t num_risk_labels = 5;

struct RiskOptions {
    /// Years looked ahead.
    int horizon = 5;
    std::size_t num_draws = 4096;
    std::uint64_t seed = 1;
    std::size_t threads = 0;
};

/// Something outside the predictors that moves the log odds of a country's risk.
struct LogOddsShift {
    std::size_t state = 0;
    double mean = 0.0;
    double sd = 0.0;
};

/// Log odds of a predictor or block against the average partner of the same year.
struct RiskDriver {
    /// Position among the predictors of the headline rung.
    std::size_t predictor = 0;
    double log_odds = 0.0;
};

struct CountryRisk {
    std::size_t state = 0;
    bool is_partner = false;
    bool is_treaty_ally = false;
    /// Median of the draws, and where 90 percent of them lie.
    double probability = 0.0;
    double low = 0.0;
    double high = 0.0;
    /// Against the average partner's chance over the same years.
    double multiple_of_base_rate = 0.0;
    /// [label] share of draws.
    std::array<double, num_risk_labels> label_probability{};
    /// Label of the median draw.
    std::size_t label = 0;
    /// Labels of both ends of the interval.
    std::size_t lowest_label = 0;
    std::size_t highest_label = 0;
    std::vector<RiskDriver> drivers{};

    /// Whether the interval covers three labels or more: then no label is printed alone.
    bool is_not_separable() const { return highest_label - lowest_label >= 2; }
};

struct RiskForecast {
    int year = 0;
    int horizon = 5;
    /// Of the average partner, over the horizon.
    double base_rate = 0.0;
    /// Where labels meet.
    std::array<double, num_risk_labels - 1> cuts{};
    std::vector<CountryRisk> countries{};
    /// [country, draw] probability.
    Array2<double> draws{};
};

/// Risk of every state with a row in the year of the models.
///
/// [eq:risk-draw]  logit r = m + k (logit(1 - (1 - h)^H) - m),
///                 logit h = a + x'b + shift of partners + class + country + shift of the scenario
///
/// a, b and the rung by their own uncertainty; class = the beta uncertainty of the rates of treaty
/// allies and of other partners; country ~ N(0, country_sd^2); k = a backtested slope of
/// calibration; m = logit of the base rate. States that are not partners have neither shift nor
/// class.
///
/// @param table   The table of the models, or one with other values in the last year: then the
///                same draws answer "what if".
/// @param shifts  At most one a state.
RiskForecast forecast_risk(const RiskModels& models, const HazardTable& table,
                           const RiskOptions& options,
                           const std::vector<LogOddsShift>& shifts = {});

/// Labels meet at the pooled quantiles .2, .4, .6, .8 of the headline model's risk over all
/// partner-years since 1990. [D]
std::array<double, num_risk_labels - 1> label_cuts(const RiskModels& models,
                                                   const HazardTable& table, int horizon);

/// Whether one country's risk stands above another's: in nine draws of ten at least, and by half
/// as much again.
bool stands_above(const RiskForecast& forecast, std::size_t higher, std::size_t lower);

}  // namespace entente
