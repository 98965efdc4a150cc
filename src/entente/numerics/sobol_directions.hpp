#pragma once

// The numbers that make a Sobol sequence of each dimension: a table from the literature.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace entente::detail {

/// All primitive polynomials up to degree 10.
inline constexpr std::size_t num_sobol_directions = 160;

/// One dimension after the first, whose points are the van der Corput sequence.
struct SobolDirection {
    /// Primitive polynomial over the integers modulo 2, with the bits of both ends.
    std::uint32_t polynomial = 0;
    /// m[1] .. m[degree]: odd, m[k] below 2^k; 0 = past the degree.
    std::array<std::uint32_t, 10> first{};
};

/// Direction numbers of dimensions 2, 3, ...: Joe and Kuo (2008), "Constructing Sobol sequences
/// with better two-dimensional projections", SIAM J. Sci. Comput. 30, their criterion D(6), file
/// new-joe-kuo-6.21201.
std::span<const SobolDirection> sobol_directions();

}  // namespace entente::detail
