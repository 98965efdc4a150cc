#pragma once

// Scaling a matrix to given row and column sums.

#include <cstddef>
#include <span>

#include "entente/base/array.hpp"

namespace entente {

struct RasOptions {
    /// Stop when the largest |sum - target| over the sum of all targets is below this.
    double tolerance = 1e-14;
    std::size_t max_passes = 10000;
};

struct RasResult {
    /// [row, column]
    Array2<double> matrix;
    std::size_t passes = 0;
    double residual = 0.0;
    bool converged = false;
};

/// [eq:ras]  M[a,b] = r[a] M0[a,b] q[b]  with  sum_b M[a,b] = R[a]  and  sum_a M[a,b] = Q[b]
///
/// The matrix nearest to the prior in the sense of relative entropy that has the given sums. Zeros
/// stay zeros; a row or column whose target is zero becomes zero. The sums of the two targets must
/// agree, and every positive target needs a positive cell, else the result is not converged.
///
/// @param prior        [row, column], all >= 0.
/// @param row_sums     one per row, >= 0.
/// @param column_sums  one per column, >= 0.
/// @throws ShapeError if the targets do not fit the matrix.
/// Source  Deming and Stephan (1940).
RasResult ras(const Array2<double>& prior, std::span<const double> row_sums,
              std::span<const double> column_sums, const RasOptions& options = {});

}  // namespace entente
