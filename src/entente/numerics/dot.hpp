#pragma once

// Scalar products, added up in the same order on every run.

#include <span>

namespace entente {

/// sum of a[k] b[k], in four partial sums of fixed shape: quick, and the same bits everywhere.
/// @param b  at least as long as a.
double dot(std::span<const double> a, std::span<const double> b);

/// out[k] = dot(rows[k], b), bit for bit. Four at a time, so that none waits for its own last sum.
void dot_each(std::span<const double* const> rows, std::span<const double> b,
              std::span<double> out);

/// The same for a matrix, row after row: out = matrix b.
/// @param matrix  out.size() rows of b.size() figures.
void dot_rows(std::span<const double> matrix, std::span<const double> b, std::span<double> out);

}  // namespace entente
