#pragma once

// The scalar product, added up in the same order on every run.

#include <span>

namespace entente {

/// sum of a[k] b[k], in four partial sums of fixed shape: quick, and the same bits everywhere.
/// @param b  at least as long as a.
double dot(std::span<const double> a, std::span<const double> b);

}  // namespace entente
