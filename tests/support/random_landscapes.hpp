#pragma once

// Landscapes with random sizes and propensities, the same for the same seed.

#include <cstddef>
#include <cstdint>

#include "entente/base/random_stream.hpp"
#include "entente/realignment/landscape/landscape.hpp"

namespace entente::testing {

inline Landscape random_landscape(std::size_t num_actors, std::uint64_t seed) {
    RandomStream stream({.seed = seed});
    Landscape landscape{std::vector<double>(num_actors), Array2<double>(num_actors, num_actors)};
    for (double& size : landscape.sizes) size = 0.1 + stream.uniform();
    for (std::size_t i = 0; i < num_actors; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double p = 2.0 * stream.uniform() - 1.0;
            landscape.propensities(i, j) = landscape.propensities(j, i) = p;
        }
    }
    return landscape;
}

/// Two groups of equal states: friends inside, with a weak pull across.
inline Landscape two_blocs(std::size_t each, double inside, double across) {
    const std::size_t n = 2 * each;
    Landscape landscape{std::vector<double>(n, 1.0), Array2<double>(n, n)};
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i != j) landscape.propensities(i, j) = (i < each) == (j < each) ? inside : across;
        }
    }
    return landscape;
}

}  // namespace entente::testing
