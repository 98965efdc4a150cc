#include "entente/ensemble/sample.hpp"

#include "entente/numerics/sobol_sequence.hpp"

namespace entente {
namespace {

static_assert(2 * max_sobol_inputs <= num_sobol_dimensions);

/// Keeps the second sample apart from the first.
constexpr std::uint32_t second_bit = 0x8000U;

}  // namespace

RandomStream stream(const SamplePoint& point, SamplePurpose purpose, std::uint32_t entity) {
    const auto first = static_cast<std::uint32_t>(purpose);
    return RandomStream({.seed = point.seed,
                         .draw = point.draw,
                         .purpose = point.is_second ? first | second_bit : first,
                         .entity = entity});
}

double coordinate(const SamplePoint& point, SamplePurpose purpose, std::uint32_t entity,
                  std::size_t dimension) {
    if (point.sampler == Sampler::philox) return stream(point, purpose, entity).uniform();
    return scrambled_sobol(point.draw, point.is_second ? max_sobol_inputs + dimension : dimension,
                           point.seed);
}

}  // namespace entente
