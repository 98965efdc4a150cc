#include "entente/realignment/landscape/enumeration.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "entente/base/parallel.hpp"

namespace entente {
namespace {

constexpr std::size_t block_bits = 12;

/// s_i s_j p_ij, rows padded so that the compiler knows their length.
using Weights = std::array<std::array<double, max_landscape_actors>, max_landscape_actors>;
using Signs = std::array<double, max_landscape_actors>;

Weights weights_of(const Landscape& landscape) {
    Weights weights{};
    for (std::size_t i = 0; i < landscape.num_actors(); ++i) {
        for (std::size_t j = 0; j < landscape.num_actors(); ++j) {
            if (i == j) continue;
            weights[i][j] = landscape.sizes[i] * landscape.sizes[j] * landscape.propensities(i, j);
        }
    }
    return weights;
}

/// Change of energy when an actor changes camp: twice the pull of its own camp less the other.
double energy_step(const Weights& weights, const Signs& signs, std::size_t actor) {
    double own_less_other = 0.0;
    for (std::size_t j = 0; j < max_landscape_actors; ++j) {
        own_less_other += weights[actor][j] * signs[j];
    }
    return 2.0 * signs[actor] * own_less_other;
}

void fill_block(const Landscape& landscape, const Weights& weights, std::size_t first,
                std::size_t num_bits, std::vector<double>& energies) {
    Camps camps = static_cast<Camps>(first << 1);
    Signs signs{};
    for (std::size_t i = 0; i < landscape.num_actors(); ++i) {
        signs[i] = are_apart(camps, 0, i) ? -1.0 : 1.0;
    }
    double energy = camp_energy(landscape, camps);
    energies[first] = energy;
    for (std::size_t k = 1; k < (std::size_t{1} << num_bits); ++k) {
        const std::size_t actor = static_cast<std::size_t>(std::countr_zero(k)) + 1;
        energy += energy_step(weights, signs, actor);
        signs[actor] = -signs[actor];
        camps ^= Camps{1} << actor;
        energies[camps >> 1] = energy;
    }
}

}  // namespace

std::vector<double> enumerate_energies(const Landscape& landscape, std::size_t threads) {
    require_valid(landscape);
    const std::size_t num_bits = landscape.num_actors() - 1;
    const std::size_t bits = std::min(block_bits, num_bits);
    const Weights weights = weights_of(landscape);
    std::vector<double> energies(std::size_t{1} << num_bits);
    parallel_for(energies.size() >> bits, threads, [&](std::size_t block) {
        fill_block(landscape, weights, block << bits, bits, energies);
    });
    return energies;
}

std::vector<double> enumerate_energies_reference(const Landscape& landscape) {
    require_valid(landscape);
    std::vector<double> energies(std::size_t{1} << (landscape.num_actors() - 1));
    for (std::size_t k = 0; k < energies.size(); ++k) {
        energies[k] = camp_energy(landscape, static_cast<Camps>(k << 1));
    }
    return energies;
}

}  // namespace entente
