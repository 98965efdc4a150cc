#pragma once

// Numbers of given distributions from a random stream. Each takes what it needs from the stream and
// nothing else, so that a draw depends on its key alone.

#include <span>

#include "entente/base/random_stream.hpp"

namespace entente {

/// Uniform between two bounds.
inline double uniform_draw(RandomStream& stream, double low, double high) {
    return low + (high - low) * stream.uniform();
}

/// Standard normal, by the inverse of its distribution: one uniform a number.
double normal_draw(RandomStream& stream);

/// Gamma with scale 1.
///
/// @param shape  > 0
/// Source        Marsaglia and Tsang (2000); below shape 1 their boost by u^(1/shape).
double gamma_draw(RandomStream& stream, double shape);

/// Fills `shares` with a Dirichlet draw of equal concentration: positive, adding up to 1. 1 means
/// no opinion about the shares, larger values hold them closer to equal.
void dirichlet_draw(RandomStream& stream, double concentration, std::span<double> shares);

}  // namespace entente
