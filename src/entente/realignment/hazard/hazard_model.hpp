#pragma once

// The yearly chance of an event, fitted on all states and brought to the rate of partners.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "entente/numerics/logistic_regression.hpp"
#include "entente/realignment/hazard/hazard_table.hpp"
#include "entente/realignment/hazard/predictor.hpp"
#include "entente/realignment/hazard/standardised.hpp"

namespace entente {

/// Years between a row and the last forecast made with it: an outcome in the year after a row needs
/// two more years to be seen.
inline constexpr int years_until_known = 3;

/// Rows of a table that may be trained on at the end of `origin`, and what happened in the year
/// after each, as known by then.
struct TrainingSet {
    std::vector<std::size_t> rows{};
    std::vector<std::uint8_t> outcome{};
};
TrainingSet training_set(const HazardTable& table, int origin);

/// A fitted hazard.
struct HazardModel {
    Specification specification{};
    double prior_sd = 0.0;
    Standardiser scale;
    LogitFit fit;
    /// Added to partners' linear predictors so that they expect as many events as they had; 0 if no
    /// partner had an event in training.
    double partner_shift = 0.0;
    /// Standard deviation of what sets a country apart beyond its predictors, in log odds.
    double country_sd = 0.0;
};

/// [eq:hazard]  logit h[n, t] = a + x[n, t]' b + shift of partners,  h = chance of an event in t +
/// 1
///
/// @param values    [row, name] of predictors_of(specification), from predictor_values.
/// @param training  Not empty, with an event at least.
/// @throws          OptionError without an event; ShapeError if axes disagree.
HazardModel fit_hazard(const HazardTable& table, const Array2<double>& values,
                       const TrainingSet& training, Specification specification, double prior_sd);

/// [row] a + x' b, plus the shift where the row is a partner.
std::vector<double> linear_predictors(const HazardModel& model, const HazardTable& table,
                                      const Array2<double>& values,
                                      std::span<const std::size_t> rows);

/// [eq:horizon-risk]  risk = 1 - (1 - h)^H, predictors held as they are
double risk_over(double yearly, int horizon);

/// [eq:country-effect]  sd^2 = max(0, sum_n [ (O - E)^2 - V ] / sum_n V^2 )
/// O events of a country, E = sum of h, V = sum of h (1 - h): how far countries' totals scatter
/// beyond chance, as a standard deviation in log odds. [D]
double country_effect_sd(std::span<const std::size_t> state, std::span<const double> yearly,
                         std::span<const std::uint8_t> outcome);

}  // namespace entente
