#pragma once

// Probabilities of rare yes-or-no outcomes: logistic regression whose coefficients are held towards
// zero, so that it stays finite however few events there are.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

struct LogitOptions {
    /// Standard deviation of the normal prior of every coefficient; the intercept has none. > 0;
    /// towards 0 every probability becomes the base rate.
    double prior_sd = 1.0;
    /// Stop when no coefficient moves by more than this.
    double step_tolerance = 1e-9;
    std::size_t max_iterations = 100;
};

struct LogitFit {
    double intercept = 0.0;
    std::vector<double> coefficients;
    /// [parameter, parameter], intercept first: inverse of the curvature at the solution.
    Array2<double> covariance;
    std::size_t iterations = 0;
    bool converged = false;
};

/// 1 / (1 + exp(-x))
double logistic(double x);
/// ln(p / (1 - p)); infinite at 0 and 1.
double logit(double p);

/// The most probable coefficients under a normal prior.
///
/// [eq:penalised-logit]  max  sum_k [ y_k eta_k - ln(1 + exp(eta_k)) ] - |b|^2 / (2 s^2),
///                       eta_k = a + x_k' b
///
/// @param regressors  [observation, regressor], without a constant; scale them to one standard
///                    deviation, as the prior treats all alike.
/// @param y           [observation] 1 where the event happened, else 0.
/// @throws            ShapeError if the axes disagree; OptionError if the prior is not positive, or
///                    nothing or everything happened, as then no rate can be estimated.
/// Numerics           Newton steps, halved until the objective rises; finite under separation.
/// Checked by         tests/unit/numerics/logistic_regression_test.cpp.
LogitFit fit_logit(const Array2<double>& regressors, std::span<const std::uint8_t> y,
                   const LogitOptions& options);

/// [eq:recentred]  the shift d with  sum_k logistic(eta_k + d) = sum_k y_k
/// Moves linear predictors so that they expect as many events as happened.
///
/// @throws  ShapeError if the lengths differ; OptionError if nothing or everything happened.
double recentring_shift(std::span<const double> eta, std::span<const std::uint8_t> y);

}  // namespace entente
