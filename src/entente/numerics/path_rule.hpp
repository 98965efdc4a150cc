#pragma once

// How much of a quantity comes from the change of another along a path: the integral of a over the
// change of b, from the values of both at a few points of the path.

#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// integral of a db = sum_j,k a[j] weight(j, k) b[k], with j and k over the nodes.
struct PathRule {
    /// [k] places on the path, from 0 to 1, ascending; the first is 0 and the last 1.
    std::vector<double> nodes;
    /// [j, k] each row sums to zero, so that a constant b gives nothing.
    Array2<double> weight;
};

/// a at the beginning times the whole change of b. The error falls with the first power of the
/// length of the path.
PathRule one_sided_rule();

/// a in the middle times the whole change of b. The error falls with the square of the length.
PathRule midpoint_rule();

/// Exact for polynomials a and b up to `degree`, which are drawn through their values at
/// degree + 1 Chebyshev points, ends included.
/// @throws OptionError if the degree is not 1 to 16.
/// Source  collocation at Chebyshev points: Trefethen (2000), Spectral Methods in MATLAB.
PathRule polynomial_rule(std::size_t degree);

}  // namespace entente
