// Draws of a tariff scenario in a world of the size of world-2023: the solves alone, and the same
// draws as an ensemble on one and two threads, blocks written to the disk. Divide the times for the
// overhead and the parallel efficiency.

#include <filesystem>
#include <string>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/ensemble/run_draws.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

constexpr std::size_t num_draws = 48;

const World& world() {
    static const World built(
        testing::random_world({.num_countries = 83, .num_sectors = 34, .seed = 20231}));
    return built;
}

const Scenario& scenario() {
    static const Scenario built = [] {
        Scenario tariffs;
        tariffs.measures = {{.kind = MeasureKind::tariff,
                             .by = {world().countries()[0]},
                             .on = {"*"},
                             .change = "+10pp"}};
        tariffs.uncertainty = Uncertainty{.vary = {UncertainInput::trade_elasticity},
                                          .trade_elasticity = {.without_se = 0.3}};
        return tariffs;
    }();
    return built;
}

const DrawSolver& solver() {
    static const DrawSolver built(world(), scenario(), {});
    return built;
}

/// A draw without the ensemble around it.
double bare_welfare(const Shock& shock, std::uint32_t draw) {
    const Baseline baseline = make_baseline(
        world(),
        {.trade_elasticity = solver().inputs().draw({.seed = 1, .draw = draw}).trade_elasticity});
    const Equilibrium solved = solve_equilibrium(baseline, shock);
    return 100.0 * (country_changes(baseline, shock, solved)[0].welfare_hat - 1.0);
}

DrawsResult run_kept(std::size_t threads) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "entente_ensemble_bench";
    std::filesystem::remove_all(folder);
    DrawsResult result = run_draws(solver(), Checkpoint(folder, std::string(64, '0')),
                                   {.num_draws = num_draws, .threads = threads});
    std::filesystem::remove_all(folder);
    return result;
}

std::vector<benchmarks::AnswerCheck> answers() {
    const Shock shock = make_shock(world(), scenario());
    const DrawsResult one = run_kept(1);
    double distance = one.is_complete ? 0.0 : 1.0;
    for (const std::uint32_t draw : {0U, 20U}) {
        const Evaluation& evaluation = one.records[draw].evaluations.front();
        // Not usable, or not the very number, counts as far away.
        if (!evaluation.is_usable || evaluation.figures(0, 0) != bare_welfare(shock, draw)) {
            distance = 1.0;
        }
    }
    const bool same = one.records == run_kept(2).records;
    return {{"draws against bare solves, 0 = the same numbers", distance, 0.0},
            {"two threads against one, 0 = the same records", same ? 0.0 : 1.0, 0.0}};
}

void bare_solves(benchmark::State& state) {
    const Shock shock = make_shock(world(), scenario());
    for (auto _ : state) {
        for (std::uint32_t d = 0; d < num_draws; ++d) {
            benchmark::DoNotOptimize(bare_welfare(shock, d));
        }
    }
}
BENCHMARK(bare_solves)->MeasureProcessCPUTime()->UseRealTime()->Apply(benchmarks::timed);

void ensemble(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(run_kept(static_cast<std::size_t>(state.range(0))));
    }
}
BENCHMARK(ensemble)->Arg(1)->Arg(2)->MeasureProcessCPUTime()->UseRealTime()->Apply(
    benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "48 draws, 83 economies, 34 sectors; threads as in the names",
        entente::answers);
}
