// The gradient of one country's welfare with respect to every tariff of world-2023, beside the
// solve it is worth comparing with. Answers first: central differences of solved equilibria.

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "checked_benchmark.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/gradient.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

/// world-2023 and the same after the powers have raised all tariffs between them by 50 points.
struct Setting {
    Baseline baseline;
    Shock none, tariff_war;
    Workspace workspace;

    explicit Setting(const World& world)
        : baseline(make_baseline(world)),
          none{.tariff_rate = baseline.tariff_rate},
          tariff_war(none),
          workspace(baseline) {
        const std::size_t usa = world.countries().at("USA");
        const std::size_t chn = world.countries().at("CHN");
        for (double& rate : tariff_war.tariff_rate.row(usa, chn)) rate += 0.5;
        for (double& rate : tariff_war.tariff_rate.row(chn, usa)) rate += 0.5;
    }
};

Setting& setting() {
    static Setting all(
        read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / "world-2023"));
    return all;
}

/// Largest distance to central differences over a few tariffs, over the largest of them.
double distance_from_differences(const Shock& shock) {
    Setting& all = setting();
    const Baseline& base = all.baseline;
    const std::size_t mexico = base.countries.at("MEX");
    const auto welfare = [&](std::size_t i, std::size_t n, std::size_t s, double step) {
        Shock moved = shock;
        moved.tariff_rate(i, n, s) += step;
        const Equilibrium solved =
            solve_equilibrium(base, moved, {.tolerance = 1e-12}, all.workspace);
        return std::log(country_changes(base, moved, solved)[mexico].welfare_hat);
    };
    solve_equilibrium(base, shock, {}, all.workspace);
    const Gradient slopes = gradient(all.workspace, welfare_of(mexico));
    const std::size_t usa = base.countries.at("USA");
    const std::size_t chn = base.countries.at("CHN");
    double largest = 0.0;
    double scale = 0.0;
    for (std::size_t s = 0; s < base.num_sectors(); s += 3) {
        for (const auto& [i, n] : {std::pair{usa, mexico}, {mexico, usa}, {chn, usa}}) {
            constexpr double h = 1e-4;
            const double expected = (welfare(i, n, s, h) - welfare(i, n, s, -h)) / (2.0 * h);
            largest = std::max(largest, std::abs(slopes.tariff_rate(i, n, s) - expected));
            scale = std::max(scale, std::abs(expected));
        }
    }
    return largest / scale;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    return {{.what = "36 tariffs at the baseline by central differences",
             .distance = distance_from_differences(setting().none),
             .bound = 1e-6},
            {.what = "36 tariffs after a tariff war by central differences",
             .distance = distance_from_differences(setting().tariff_war),
             .bound = 1e-6}};
}

void time_gradient(benchmark::State& run, const Shock& shock) {
    Setting& all = setting();
    solve_equilibrium(all.baseline, shock, {}, all.workspace);
    const std::size_t mexico = all.baseline.countries.at("MEX");
    Gradient slopes;
    for (auto unused : run) slopes = gradient(all.workspace, welfare_of(mexico));
    if (!slopes.is_converged) run.SkipWithError("no gradient");
    run.counters["products"] = static_cast<double>(slopes.num_products);
}

void solve_of_tariff_war(benchmark::State& run) {
    Setting& all = setting();
    Equilibrium solved;
    for (auto unused : run) {
        solved = solve_equilibrium(all.baseline, all.tariff_war, {}, all.workspace);
    }
    run.counters["passes"] = static_cast<double>(solved.passes);
}
BENCHMARK(solve_of_tariff_war)->Apply(benchmarks::timed);

void gradient_at_baseline(benchmark::State& run) {
    time_gradient(run, setting().none);
}
BENCHMARK(gradient_at_baseline)->Apply(benchmarks::timed);

void gradient_after_tariff_war(benchmark::State& run) {
    time_gradient(run, setting().tariff_war);
}
BENCHMARK(gradient_after_tariff_war)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "world-2023 83 x 34: 234,226 tariffs, welfare of Mexico",
        entente::check_answers);
}
