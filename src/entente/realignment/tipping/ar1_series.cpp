#include "entente/realignment/tipping/ar1_series.hpp"

#include <cmath>

#include "entente/base/random_stream.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente::detail {
namespace {

constexpr std::uint32_t purpose_ar1 = 0x4152;

}  // namespace

std::vector<double> ar1_series(double persistence, std::size_t length, std::uint64_t seed,
                               std::size_t number) {
    RandomStream stream(
        {.seed = seed, .draw = static_cast<std::uint32_t>(number), .purpose = purpose_ar1});
    std::vector<double> series(length);
    double x = normal_draw(stream) / std::sqrt(1.0 - persistence * persistence);
    for (double& value : series) {
        value = x;
        x = persistence * x + normal_draw(stream);
    }
    return series;
}

}  // namespace entente::detail
