#pragma once

// How persistent a series was before smoothing took its slow part away.

#include <cstddef>
#include <vector>

namespace entente {

/// [eq:smoothed-ar1]  phi with  E[sum_t r_t r_{t+1}] / E[sum_t r_t^2] = residual autocorrelation
///
/// r are the residuals of the kernel trend of an AR(1) series with persistence phi and this length;
/// both expectations are sums over phi^lag with weights that the kernel alone decides. Smoothing
/// takes slow movements away, so that residuals look less persistent than the series was. Ours.
class SmoothedPersistence {
  public:
    SmoothedPersistence(std::size_t length, double bandwidth);
    /// By bisection in -.99 to .99.
    double before_smoothing(double residual_autocorrelation) const;

  private:
    /// [lag]
    std::vector<double> products_;
    std::vector<double> squares_;
};

}  // namespace entente
