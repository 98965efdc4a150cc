// Positions of all states from all roll calls: the fast estimate, and one sweep of the sampler.
// Answers first: a new estimate is what is stored.

#include <filesystem>

#include "checked_benchmark.hpp"
#include "entente/realignment/sample_positions.hpp"
#include "entente/realignment/stored_positions.hpp"
#include "entente/world/layer/layer_files.hpp"

namespace entente {
namespace {

Layer bundled(const char* name) {
    return read_layer_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name);
}

const RollCallData& roll_calls() {
    static const RollCallData data = usable_roll_calls(read_un_votes(bundled("votes")));
    return data;
}

Positions stored() {
    return positions_of(read_state_positions(bundled("positions")));
}

PositionOptions on_threads(benchmark::State& state) {
    PositionOptions options;
    options.threads = static_cast<std::size_t>(state.range(0));
    return options;
}

void estimate(benchmark::State& state) {
    const PositionOptions options = on_threads(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(estimate_positions(roll_calls(), options));
    }
}
BENCHMARK(estimate)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

void ten_sweeps(benchmark::State& state) {
    PositionSampleOptions options;
    options.num_sweeps = 10;
    options.model = on_threads(state);
    const Positions start = stored();
    for (auto _ : state) {
        benchmark::DoNotOptimize(sample_positions(roll_calls(), start, options));
    }
}
BENCHMARK(ten_sweeps)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

std::vector<benchmarks::AnswerCheck> checks() {
    return {{.what = "a new estimate is what is stored",
             .distance = largest_difference(estimate_positions(roll_calls()).positions, stored()),
             .bound = 1e-6}};
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(argc, argv, "5672 roll calls, 194 states, 77 years",
                                            entente::checks);
}
