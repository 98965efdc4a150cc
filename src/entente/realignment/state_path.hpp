#pragma once

// The path of one state as a random walk seen with errors.

#include <span>
#include <vector>

namespace entente::detail {

/// What the votes of one year say of one state: a value and its precision, 0 = nothing.
struct YearSignal {
    double value = 0.0;
    double precision = 0.0;
};

struct PathPoint {
    double mean = 0.0;
    double variance = 0.0;
};

/// [eq:position-walk]  theta_t = rho theta_t-1 + e,   e ~ N(0, w),   rho^2 = 1 - w / v
/// A random walk with yearly variance w that is drawn back just so much that positions have
/// variance v in every year, the first one included.
struct WalkVariances {
    double step = 0.05;
    double all = 1.0;
};

/// What is known after a gap of years, from what was known before.
PathPoint after_years(const PathPoint& before, int years, const WalkVariances& variances);

/// A year given what was known of it and the position so many years later.
PathPoint before_year(const PathPoint& filtered, int years, const WalkVariances& variances,
                      double later);

/// Mean and variance of every year given the signals of years up to it (Kalman filter).
///
/// @param years    rising; @param signals  [year]
std::vector<PathPoint> filter_path(std::span<const int> years, std::span<const YearSignal> signals,
                                   const WalkVariances& variances);

/// Mean and variance of every year given all signals: the filter and then backwards (Rauch, Tung
/// and Striebel 1965).
///
/// @param filtered  of filter_path
std::vector<PathPoint> smooth_path(std::span<const int> years, std::span<const PathPoint> filtered,
                                   const WalkVariances& variances);

}  // namespace entente::detail
