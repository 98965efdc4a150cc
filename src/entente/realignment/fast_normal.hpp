#pragma once

// The normal distribution from a table, for loops that need it a billion times.

#include <cmath>

namespace entente::detail {

/// Phi(-x) and the density at x, for one x >= 0.
struct NormalTail {
    double tail = 0.5;
    double density = 0.0;
};

/// Cubic pieces of width 1/64 through exact values and slopes, to x = 8 and constant beyond:
/// relative error below 1e-6 of both.
/// Checked by    tests/unit/realignment/fast_normal_test.cpp, against normal_cdf
NormalTail normal_tail(double x);

}  // namespace entente::detail
