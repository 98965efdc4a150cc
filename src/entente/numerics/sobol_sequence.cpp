#include "entente/numerics/sobol_sequence.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/sobol_directions.hpp"

namespace entente {
namespace {

constexpr std::size_t num_digits = 32;
static_assert(num_sobol_dimensions == detail::num_sobol_directions + 1);

/// [k] what binary digit k of the index, lowest first, adds to the point.
using DirectionNumbers = std::array<std::uint32_t, num_digits>;

// m[k] = 2 a[1] m[k-1] ^ 4 a[2] m[k-2] ^ ... ^ 2^q m[k-q] ^ m[k-q], with a the coefficients of the
// polynomial of degree q; v[k] = m[k] / 2^k
DirectionNumbers direction_numbers(const detail::SobolDirection& direction) {
    const auto degree = static_cast<std::size_t>(std::bit_width(direction.polynomial)) - 1;
    DirectionNumbers m{};
    for (std::size_t k = 0; k < num_digits; ++k) {
        if (k < degree) {
            m[k] = direction.first[k];
            continue;
        }
        m[k] = m[k - degree];
        for (std::size_t q = 1; q <= degree; ++q) {
            const bool is_present = ((direction.polynomial >> (degree - q)) & 1U) != 0U;
            if (is_present) m[k] ^= m[k - q] << q;
        }
    }
    for (std::size_t k = 0; k < num_digits; ++k) m[k] <<= num_digits - 1 - k;
    return m;
}

std::array<DirectionNumbers, num_sobol_dimensions> all_direction_numbers() {
    std::array<DirectionNumbers, num_sobol_dimensions> numbers{};
    for (std::size_t k = 0; k < num_digits; ++k) numbers[0][k] = 1U << (num_digits - 1 - k);
    for (std::size_t d = 1; d < num_sobol_dimensions; ++d) {
        numbers[d] = direction_numbers(detail::sobol_directions()[d - 1]);
    }
    return numbers;
}

/// Purposes of the Philox words of a scrambling, apart from those of draws.
constexpr std::uint32_t coin_purpose = 0x534f4231U;
constexpr std::uint32_t tail_purpose = 0x534f4232U;

}  // namespace

// [eq:sobol]  x = xor over the binary digits k of the index that are 1 of v[k]
std::uint32_t sobol_digits(std::uint32_t index, std::size_t dimension) {
    static const std::array<DirectionNumbers, num_sobol_dimensions> numbers =
        all_direction_numbers();
    if (dimension >= num_sobol_dimensions) {
        throw OptionError(fmt::format("The Sobol sequence has {} dimensions, not {}.",
                                      num_sobol_dimensions, dimension + 1));
    }
    std::uint32_t digits = 0;
    for (std::size_t k = 0; index != 0; ++k, index >>= 1U) {
        if ((index & 1U) != 0U) digits ^= numbers[dimension][k];
    }
    return digits;
}

double scrambled_sobol(std::uint32_t index, std::size_t dimension, std::uint64_t seed) {
    const std::uint32_t digits = sobol_digits(index, dimension);
    const std::array<std::uint32_t, 2> key{static_cast<std::uint32_t>(seed),
                                           static_cast<std::uint32_t>(seed >> 32U)};
    const auto words = [&](std::uint32_t before, std::uint32_t digit, std::uint32_t purpose) {
        const auto entity = static_cast<std::uint32_t>(dimension * num_digits) + digit;
        return philox_words({before, entity, 0, purpose}, key);
    };
    std::uint32_t flips = 0;
    for (std::uint32_t k = 0; k < num_digits; ++k) {
        const std::uint32_t before = k == 0 ? 0 : digits >> (num_digits - k);
        flips = (flips << 1U) | (words(before, k, coin_purpose)[0] & 1U);
    }
    // 20 random digits more fill a double below 1; the half keeps 0 out.
    const double tail =
        (static_cast<double>(words(digits, 0, tail_purpose)[0] >> 12U) + 0.5) * 0x1p-20;
    return (static_cast<double>(digits ^ flips) + tail) * 0x1p-32;
}

}  // namespace entente
