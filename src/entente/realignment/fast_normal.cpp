#include "entente/realignment/fast_normal.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "entente/numerics/normal.hpp"

namespace entente::detail {
namespace {

constexpr double last = 8.0;
constexpr double per_unit = 64.0;
constexpr std::size_t num_knots = 513;
constexpr double density_at_zero = 0.3989422804014327;

using Knots = std::array<NormalTail, num_knots>;

Knots make_knots() {
    Knots knots;
    for (std::size_t k = 0; k < num_knots; ++k) {
        const double x = static_cast<double>(k) / per_unit;
        knots[k] = {normal_cdf(-x), density_at_zero * std::exp(-0.5 * x * x)};
    }
    return knots;
}

const Knots knots = make_knots();

}  // namespace

NormalTail normal_tail(double x) {
    const double place = std::min(x, last) * per_unit;
    const std::size_t k = std::min(static_cast<std::size_t>(place), num_knots - 2);
    const double t = place - static_cast<double>(k);
    const double low = static_cast<double>(k) / per_unit;
    const NormalTail& from = knots[k];
    const NormalTail& to = knots[k + 1];
    // Weights of the two values and the two slopes.
    const double rise = t * t * (3.0 - 2.0 * t);
    const double left = t * (1.0 - t) * (1.0 - t) / per_unit;
    const double right = -t * t * (1.0 - t) / per_unit;
    // d tail / dx = -density,  d density / dx = -x density.
    const double from_slope = -low * from.density;
    const double to_slope = -(low + 1.0 / per_unit) * to.density;
    return {
        from.tail + rise * (to.tail - from.tail) - left * from.density - right * to.density,
        from.density + rise * (to.density - from.density) + left * from_slope + right * to_slope};
}

}  // namespace entente::detail
