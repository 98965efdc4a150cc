// Draws and summaries of the hedging measure for a table of 63 economies, with a reference panel of
// four years of each and a ledger of 400 acts. The figures are made up; the work is the same.

#include <algorithm>
#include <cmath>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/measures/hedging/draw_summary.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

constexpr std::size_t num_economies = 63;

const HedgingEvidence& evidence() {
    static const HedgingEvidence sample = testing::sample_evidence(num_economies);
    return sample;
}

std::vector<benchmarks::AnswerCheck> answers() {
    const HedgingDrawOptions options{.num_draws = 8, .threads = 1};
    const HedgingDraws fast = draw_hedging(evidence(), options);
    const HedgingDraws plain = draw_hedging_reference(evidence(), options);
    double distance = 0.0;
    for (std::size_t d = 0; d < options.num_draws; ++d) {
        for (std::size_t i = 0; i < num_economies; ++i) {
            distance = std::max(distance, std::abs(fast.index(i, d) - plain.index(i, d)));
        }
        for (std::size_t k = 0; k < fast.cuts[d].size(); ++k) {
            distance = std::max(distance, std::abs(fast.cuts[d][k] - plain.cuts[d][k]));
        }
    }
    return {{"fast draws against the plain ones, points of the index", distance, 1e-10}};
}

void table_from_draws(benchmark::State& state) {
    const HedgingDrawOptions options{.num_draws = static_cast<std::size_t>(state.range(0)),
                                     .threads = 1};
    for (auto _ : state) {
        const HedgingDraws draws = draw_hedging(evidence(), options);
        benchmark::DoNotOptimize(summarize_draws(draws, {}, 1));
    }
}
BENCHMARK(table_from_draws)->Arg(256)->Arg(4096)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "63 economies, panel of 252, ledger of 400 acts", entente::answers);
}
