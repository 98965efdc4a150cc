#include "entente/realignment/landscape/temperature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"

namespace entente {
namespace {

constexpr std::size_t block_size = 4096;

}  // namespace

std::vector<double> chance_of_same_camp(const Landscape& landscape,
                                        const std::vector<double>& energies, std::size_t actor,
                                        double temperature, std::size_t threads) {
    require_valid(landscape);
    const std::size_t n = landscape.num_actors();
    if (energies.size() != std::size_t{1} << (n - 1)) {
        throw ShapeError("A landscape has one energy for each of its divisions.");
    }
    if (!(temperature > 0.0)) {
        throw OptionError(fmt::format("temperature is {:g}; it must be above zero.", temperature));
    }
    // Against the lowest, so that no exponential overflows and not all vanish.
    const double lowest = *std::ranges::min_element(energies);
    const std::size_t num_blocks = (energies.size() + block_size - 1) / block_size;
    // Of each block: all weight, then the weight of divisions in which an actor stands apart.
    Array2<double> sums(num_blocks, n + 1);
    parallel_for(num_blocks, threads, [&](std::size_t block) {
        const std::size_t end = std::min(energies.size(), (block + 1) * block_size);
        for (std::size_t k = block * block_size; k < end; ++k) {
            const double weight = std::exp((lowest - energies[k]) / temperature);
            const auto camps = static_cast<Camps>(k << 1);
            sums(block, n) += weight;
            for (std::size_t i = 0; i < n; ++i) {
                if (are_apart(camps, actor, i)) sums(block, i) += weight;
            }
        }
    });
    std::vector<double> total(n + 1, 0.0);
    for (std::size_t block = 0; block < num_blocks; ++block) {
        for (std::size_t i = 0; i <= n; ++i) total[i] += sums(block, i);
    }
    std::vector<double> chance(n);
    for (std::size_t i = 0; i < n; ++i) chance[i] = 1.0 - total[i] / total[n];
    return chance;
}

}  // namespace entente
