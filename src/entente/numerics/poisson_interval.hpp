#pragma once

// What a count says of the rate behind it.

#include <cstddef>

namespace entente {

/// Events for each unit of exposure.
struct PoissonInterval {
    double rate = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// [eq:poisson-interval]  P(X >= n | low e) = (1 - c) / 2,  P(X <= n | high e) = (1 - c) / 2
///
/// Exact interval of a Poisson rate from n events in exposure e; low is 0 without events.
/// @param coverage  c, above 0 and below 1. @throws OptionError if it or the exposure is not; an
///                  exposure of 0 gives NaN.
/// Source           Garwood (1936), Biometrika 28, 437-442; by bisection on the sum of terms.
PoissonInterval poisson_interval(std::size_t events, double exposure, double coverage);

}  // namespace entente
