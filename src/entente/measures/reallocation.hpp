#pragma once

// How fast a country changes its suppliers, and whether the pace is rising.

#include <cstddef>
#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// [t] v_t = 1/2 sum_i |s_i,t - s_i,t-lag|, the part of imports that changed suppliers between
/// t-lag and t, 0 to 1; the first `lag` periods have none and are left out.
///
/// Source  docs/theory/horizons.md [eq:reallocation-speed]; the formula is our definition.
/// @param imports  [partner, t] values >= 0; partners that do not overlap.
/// A period without imports gives NaN.
std::vector<double> reallocation_speed(const Array2<double>& imports, std::size_t lag = 1);

/// [partner, t - width + 1] sums over `width` periods that end at t, so that seasons drop out.
Array2<double> rolling_sums(const Array2<double>& values, std::size_t width);

/// The line through a series, and whether its slope could be chance.
struct Trend {
    /// Change per period.
    double slope = 0.0;
    /// Of the slope, robust to autocorrelation and unequal variance (Newey and West 1987).
    double standard_error = 0.0;
    /// Number of lags behind it.
    std::size_t lags = 0;
    /// Of a slope of zero against any other, from the normal distribution.
    double p_value = 1.0;
};

/// Least squares on a constant and time, Bartlett weights. [eq:hac-slope]
/// @param lags  autocovariances that count, below the length of the series.
/// @throws ShapeError for fewer than three periods.
Trend trend(std::span<const double> series, std::size_t lags);

/// The usual number of lags for T periods: floor(4 (T/100)^(2/9)). Source  Newey and West (1994).
std::size_t usual_lags(std::size_t num_periods);

/// Where a slope stands among those of the same series in other orders.
struct PlaceboRank {
    /// Share of placebos whose slope is at least as large, 0 to 1; small = rising beyond chance.
    double share_at_least = 1.0;
    std::size_t num_placebos = 0;
};

/// Slopes of the series with its order changed by moving whole blocks, which keeps what
/// neighbouring periods have in common. The draws depend on `seed` alone. [eq:placebo-order]
PlaceboRank permuted_order_rank(std::span<const double> series, std::size_t block,
                                std::size_t num_placebos, std::size_t seed);

/// Slope of the last `width` periods among those of all windows of that width.
PlaceboRank last_window_rank(std::span<const double> series, std::size_t width);

}  // namespace entente
