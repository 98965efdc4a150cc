#pragma once

// Smooth least squares with a given Jacobian, for a few hundred unknowns.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// Fills the residuals and their derivatives [residual, unknown] at x; the Jacobian comes in as
/// zeros.
using ResidualFunction = std::function<void(std::span<const double> x, std::span<double> residual,
                                            Array2<double>& jacobian)>;

struct LeastSquaresOptions {
    /// Stop when no unknown moves by more than this.
    double step_tolerance = 1e-12;
    std::size_t max_iterations = 200;
};

struct LeastSquaresResult {
    std::vector<double> solution;
    double sum_of_squares = 0.0;
    std::size_t iterations = 0;
    bool converged = false;
};

/// Minimises sum_k r[k](x)^2 by Gauss-Newton steps, each halved until the sum falls.
///
/// [eq:gauss-newton]  (J' J) d = -J' r,  x <- x + d
///
/// The Jacobian must have full column rank; penalties on the unknowns see to that.
LeastSquaresResult minimize_least_squares(const ResidualFunction& residuals,
                                          std::size_t num_residuals, std::vector<double> start,
                                          const LeastSquaresOptions& options = {});

}  // namespace entente
