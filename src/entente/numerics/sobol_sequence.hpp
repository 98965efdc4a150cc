#pragma once

// Points that fill the unit cube more evenly than random ones, scrambled so that an average over
// them is unbiased and its error can be estimated.

#include <cstddef>
#include <cstdint>

namespace entente {

/// Dimensions there are numbers for.
inline constexpr std::size_t num_sobol_dimensions = 161;

/// Coordinate `dimension` of point `index` of the Sobol sequence, times 2^32.
///
/// @param dimension  0 to num_sobol_dimensions - 1.
/// @throws       OptionError if the dimension is beyond the table.
/// Source        Sobol (1967); direction numbers of Joe and Kuo (2008);
///               docs/theory/ensembles.md [eq:sobol].
/// Checked by    tests/unit/numerics/sobol_sequence_test.cpp.
std::uint32_t sobol_digits(std::uint32_t index, std::size_t dimension);

/// The same coordinate between 0 and 1, never either, with Owen's nested uniform scrambling: each
/// binary digit is flipped or not by a coin that belongs to the digits before it; the digits past
/// the 32nd are random.
///
/// @param seed   another seed is another scrambling, independent of the first.
/// Numerics      the coins are Philox words of (seed, dimension, digit, digits before), so that a
///               point can be computed alone and on any thread.
/// Source        Owen (1995), "Randomly permuted (t,m,s)-nets and (t,s)-sequences".
double scrambled_sobol(std::uint32_t index, std::size_t dimension, std::uint64_t seed);

}  // namespace entente
