#pragma once

// Medians, quantiles, percentiles, and scores that one odd value cannot spoil.

#include <span>
#include <vector>

namespace entente {

/// Quantile of values sorted upward, linear between order statistics; NaN if there are none.
///
/// @param share  0 (smallest) to 1 (largest).
double sorted_quantile(std::span<const double> sorted, double share);

/// The same for values in any order. NaN if there are none.
double quantile(std::vector<double> values, double share);

/// Middle value, mean of the middle two for an even number. NaN if there are none.
double median(std::vector<double> values);

/// [eq:mid-rank]  ( #{v < x} + #{v = x} / 2 ) / #v
/// Percentile of x among values sorted upward, 0 to 1; equal values share the middle of their
/// ranks. NaN if there are none.
double mid_rank_percentile(std::span<const double> sorted, double x);

/// Centre and width of a sample by median and median absolute deviation.
struct RobustScale {
    double center = 0.0;
    /// 1.4826 times the median absolute deviation: the standard deviation if the sample is normal.
    double width = 1.0;

    /// [eq:robust-z]  z = (x - median) / (1.4826 MAD)
    double z(double x) const { return (x - center) / width; }
};

/// Scale of a sample; width 0 if more than half of the values are equal, NaN if there are none.
RobustScale robust_scale(std::span<const double> values);

}  // namespace entente
