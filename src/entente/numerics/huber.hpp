#pragma once

// Linear regression in which far-off observations count less.

#include <cstddef>
#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

struct HuberOptions {
    /// Residuals beyond this many standard deviations count less; 1.345 keeps 95 percent of the
    /// efficiency of least squares when errors are normal.
    double threshold = 1.345;
    /// Stop when no coefficient moves by more than this.
    double step_tolerance = 1e-10;
    std::size_t max_iterations = 500;
};

struct HuberFit {
    std::vector<double> coefficients;
    /// [observation] y less the fit.
    std::vector<double> residuals;
    /// Robust standard deviation of the residuals: median |residual| / .6745.
    double scale = 0.0;
    std::size_t iterations = 0;
    bool converged = false;
};

/// Regression by iterated weighted least squares.
///
/// [eq:huber]  w = min(1, c scale / |u|);  b = (X' W X)^-1 X' W y;  scale = median |u| / .6745
///
/// @param regressors  [observation, regressor], constants included, of full column rank.
/// @param y           [observation]
/// @throws            ShapeError if the axes disagree; OptionError if there are fewer observations
///                    than regressors or the regressors do not have full rank.
/// Numerics           a pivoted QR in every pass; an exact fit ends the passes with scale 0.
/// Source             Huber (1964); the scale is taken afresh in every pass, as usual.
/// Checked by         tests/unit/numerics/huber_test.cpp.
HuberFit huber_regression(const Array2<double>& regressors, std::span<const double> y,
                          const HuberOptions& options = {});

}  // namespace entente
