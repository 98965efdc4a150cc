#pragma once

// How much of the variance of a result each uncertain input explains, from evaluations in which one
// input at a time is taken from a second sample.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// A figure with the 5% and 95% quantiles of its bootstrap.
struct Interval {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// NaN where the results do not vary.
struct SobolIndex {
    /// Share of the variance that fixing this input alone would remove.
    Interval first{};
    /// Share that is left when every other input is fixed: with all interactions.
    Interval total{};
};

struct SobolIndices {
    double mean = 0.0;
    double variance = 0.0;
    /// [k] inputs.
    std::vector<SobolIndex> inputs{};
};

/// [eq:sobol-first]  S[k] = mean( f(B) (f(AB[k]) - f(A)) ) / V
/// [eq:sobol-total]  ST[k] = mean( (f(A) - f(AB[k]))^2 ) / (2 V)
///
/// A and B are independent samples, AB[k] is A with input k from B. V is the variance of f over A
/// and B together. f enters less its mean, which changes no expectation and makes the first
/// estimate steadier. Estimates are not cut to 0 and 1: small negative ones tell of the sampling
/// error.
///
/// @param at_a, at_b  [draw] results.
/// @param at_mixed    [k, draw] results at AB[k].
/// @param seed        of the bootstrap.
/// @throws            ShapeError if the axes disagree or there is no draw.
/// Numerics           sums in the order of the draws.
/// Source             Saltelli et al. (2010), table 2 (b); Jansen (1999);
///                    docs/theory/ensembles.md [eq:sobol-first], [eq:sobol-total].
/// Checked by         tests/unit/numerics/sobol_indices_test.cpp, on the function of Ishigami.
SobolIndices sobol_indices(std::span<const double> at_a, std::span<const double> at_b,
                           const Array2<double>& at_mixed, std::uint64_t seed,
                           std::size_t num_bootstraps = 200);

}  // namespace entente
