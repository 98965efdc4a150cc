#pragma once

// Spearman's rank correlation.

#include <span>

namespace entente {

/// Correlation of the ranks of x and y, -1 to 1; ties share the mean of their ranks. NaN where one
/// of the two has no variation or fewer than two values.
/// @throws ShapeError if the lengths differ.
double rank_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace entente
