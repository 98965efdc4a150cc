// The energies of all divisions of 24 states into two camps, and their minima.

#include <algorithm>
#include <cmath>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/realignment/landscape/enumeration.hpp"
#include "entente/realignment/landscape/minima.hpp"
#include "support/random_landscapes.hpp"

namespace entente {
namespace {

constexpr std::size_t num_actors = 24;

const Landscape& landscape() {
    static const Landscape one = testing::random_landscape(num_actors, 2023);
    return one;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    const auto energies = enumerate_energies(landscape());
    double largest = 0.0;
    // Every 4,099th: a prime step visits all places in a block.
    for (std::size_t k = 0; k < energies.size(); k += 4099) {
        const double plain = camp_energy(landscape(), static_cast<Camps>(k << 1));
        largest = std::max(largest, std::abs(plain - energies[k]));
    }
    const bool is_same = energies == enumerate_energies(landscape(), 2);
    return {{"energies against their definition", largest, 1e-10},
            {"two threads against one", is_same ? 0.0 : 1.0, 0.0}};
}

void energies_of_24_states(benchmark::State& run) {
    for (auto unused : run) {
        benchmark::DoNotOptimize(
            enumerate_energies(landscape(), static_cast<std::size_t>(run.range(0))));
    }
}
BENCHMARK(energies_of_24_states)->Arg(1)->Arg(2)->UseRealTime()->Apply(benchmarks::timed);

void energies_and_minima_of_24_states(benchmark::State& run) {
    const auto threads = static_cast<std::size_t>(run.range(0));
    for (auto unused : run) {
        const auto energies = enumerate_energies(landscape(), threads);
        benchmark::DoNotOptimize(find_minima(landscape(), energies, 64, threads));
    }
}
BENCHMARK(energies_and_minima_of_24_states)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Apply(benchmarks::timed);

void passes_of_24_states(benchmark::State& run) {
    const auto energies = enumerate_energies(landscape(), 2);
    const auto minima = find_minima(landscape(), energies, 64, 2);
    for (auto unused : run) {
        benchmark::DoNotOptimize(find_saddles(landscape(), energies, minima));
    }
}
BENCHMARK(passes_of_24_states)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "24 states: 2^24 divisions, 8,388,608 of them apart from names of camps",
        entente::check_answers);
}
