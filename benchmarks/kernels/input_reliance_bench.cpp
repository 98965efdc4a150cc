// Look-through reliance of every sector of every country on one power.

#include <algorithm>
#include <cmath>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/measures/look_through.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

const std::vector<std::size_t> power{0};

const World& world() {
    static const World world(
        testing::random_world({.num_countries = 83, .num_sectors = 34, .seed = 20231}));
    return world;
}

const TradeState& state() {
    static const TradeState state = observed_state(world());
    return state;
}

double distance(const Array2<double>& values, const Array2<double>& expected) {
    double largest = 0.0;
    for (std::size_t k = 0; k < expected.values().size(); ++k) {
        largest = std::max(largest, std::abs(values.values()[k] - expected.values()[k]));
    }
    return largest;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    const InputReliance series = input_reliance(world(), state(), power);
    const InputReliance inverse = input_reliance_reference(world(), state(), power);
    return {{.what = "face value of the dense inverse",
             .distance = distance(series.face_value, inverse.face_value),
             .bound = 1e-12},
            {.what = "look-through of the dense inverse",
             .distance = distance(series.look_through, inverse.look_through),
             .bound = 1e-12},
            {.what = "value added of the dense inverse",
             .distance = distance(series.value_added, inverse.value_added),
             .bound = 1e-12}};
}

void one_power(benchmark::State& run) {
    for (auto unused : run) {
        const InputReliance reliance = input_reliance(world(), state(), power);
        run.counters["terms"] = static_cast<double>(reliance.num_terms);
    }
}
BENCHMARK(one_power)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "83 countries, 34 sectors, 1 power, seed 20231", entente::check_answers);
}
