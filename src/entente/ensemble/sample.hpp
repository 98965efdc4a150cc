#pragma once

// The random coordinates of a draw: functions of seed, draw and what they are for, so that two
// scenarios with the same seed meet the same luck in the same draw.

#include <cstdint>

#include "entente/base/random_stream.hpp"

namespace entente {

enum class Sampler {
    /// Independent uniform numbers from Philox.
    philox,
    /// A scrambled Sobol sequence, one dimension an input; errors of trade flows come from Philox.
    sobol,
};

/// Which numbers an input is for; kept apart from those of other measures.
enum class SamplePurpose : std::uint32_t {
    trade_elasticity = 0x454e0001U,
    data_error = 0x454e0002U,
    compliance = 0x454e0003U,
    retaliation = 0x454e0004U,
    regime = 0x454e0005U,
    horizon = 0x454e0006U,
};

/// One of the two samples of a draw, which are independent; the second serves Sobol indices alone.
struct SamplePoint {
    Sampler sampler = Sampler::philox;
    std::uint64_t seed = 0;
    std::uint32_t draw = 0;
    bool is_second = false;
};

/// Inputs with a coordinate that the Sobol sampler has dimensions for, in each of its two samples.
inline constexpr std::size_t max_sobol_inputs = 80;

/// Uniform between 0 and 1, never either.
///
/// @param entity     sector, measure or other thing of the purpose; used by Philox.
/// @param dimension  place among the inputs, below max_sobol_inputs; used by Sobol.
double coordinate(const SamplePoint& point, SamplePurpose purpose, std::uint32_t entity,
                  std::size_t dimension);

/// The stream of an input with more numbers than a sequence has dimensions.
RandomStream stream(const SamplePoint& point, SamplePurpose purpose, std::uint32_t entity);

}  // namespace entente
