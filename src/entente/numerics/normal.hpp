#pragma once

// The standard normal distribution.

namespace entente {

/// Phi(x), the probability of a value below x; exactly .5 at 0.
double normal_cdf(double x);

/// The x with Phi(x) = p, for p between 0 and 1; infinite at both ends, NaN outside.
///
/// Source        Wichura (1988), algorithm AS 241, relative error about 1e-16.
/// Checked by    tests/unit/numerics/normal_test.cpp, against normal_cdf.
double normal_quantile(double p);

}  // namespace entente
