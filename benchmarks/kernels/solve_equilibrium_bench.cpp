// Counterfactuals: NAFTA on cp2015, a cut between the powers on world-2023, and worlds of any size.
// Answers first: the published numbers, the nested loops, and a tighter tolerance.

#include <algorithm>
#include <cmath>
#include <string>

#include "checked_benchmark.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/solve_equilibrium_reference.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "entente/world/world_files.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

World bundled(const std::string& name) {
    return read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name);
}

/// A baseline, a shock to it, and the memory to solve it.
struct Job {
    Baseline baseline;
    Shock shock;
    Workspace workspace;

    explicit Job(Baseline base, Shock change)
        : baseline(std::move(base)), shock(std::move(change)), workspace(baseline) {}
};

Job& nafta() {
    static Job job = [] {
        const World world = bundled("cp2015");
        Shock shock{.tariff_rate = world.tariff_rate()};
        const Array3<double>& later = world.data().alternative_tariffs.at("2005");
        const std::vector<std::size_t> members{
            world.countries().at("MEX"), world.countries().at("CAN"), world.countries().at("USA")};
        for (const std::size_t i : members) {
            for (const std::size_t n : members) {
                for (std::size_t s = 0; s < world.num_sectors(); ++s) {
                    shock.tariff_rate(i, n, s) = later(i, n, s);
                }
            }
        }
        return Job(make_baseline(world), std::move(shock));
    }();
    return job;
}

Job& powers_cut_off() {
    static Job job = [] {
        const World world = bundled("world-2023");
        const std::size_t usa = world.countries().at("USA");
        const std::size_t chn = world.countries().at("CHN");
        Shock shock{.share_factor = Array3<double>(world.num_countries(), world.num_countries(),
                                                   world.num_sectors(), 1.0)};
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            shock.share_factor(usa, chn, s) = shock.share_factor(chn, usa, s) = 0.0;
        }
        return Job(make_baseline(world), std::move(shock));
    }();
    return job;
}

/// Random world, every tariff ten points higher.
Job any_world(std::size_t num_countries, std::size_t num_sectors, bool has_inputs) {
    const World world(testing::random_world({.num_countries = num_countries,
                                             .num_sectors = num_sectors,
                                             .seed = 20232,
                                             .has_inputs = has_inputs}));
    Shock shock{.tariff_rate = world.tariff_rate()};
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            if (i == n) continue;
            for (double& rate : shock.tariff_rate.row(i, n)) rate += 0.1;
        }
    }
    return Job(make_baseline(world), std::move(shock));
}

double largest_gap(const std::vector<double>& a, const std::vector<double>& b) {
    double largest = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        largest = std::max(largest, std::abs(std::log(a[k] / b[k])));
    }
    return largest;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    Job& job = nafta();
    const Equilibrium solved = solve_equilibrium(job.baseline, job.shock, {}, job.workspace);
    const std::size_t mexico = job.baseline.countries.at("MEX");
    const CountryChange change = country_changes(job.baseline, job.shock, solved)[mexico];
    const Equilibrium cut = solve_equilibrium(powers_cut_off().baseline, powers_cut_off().shock);
    const Equilibrium closer =
        solve_equilibrium(powers_cut_off().baseline, powers_cut_off().shock, {.tolerance = 1e-12});
    const Job small = any_world(12, 5, true);
    const Equilibrium fast = solve_equilibrium(small.baseline, small.shock);
    const Equilibrium slow = solve_equilibrium_reference(small.baseline, small.shock);
    return {{.what = "Mexico's published welfare under NAFTA, 1.3121 percent",
             .distance = std::abs(100.0 * change.welfare_first_order() - 1.3121),
             .bound = 6e-5},
            {.what = "wages of world-2023 at a hundred times tighter tolerance",
             .distance = largest_gap(cut.wage_hat, closer.wage_hat),
             .bound = 1e-8},
            {.what = "wages of the nested loops, 12 x 5",
             .distance = largest_gap(fast.wage_hat, slow.wage_hat),
             .bound = 1e-9}};
}

void time_solve(benchmark::State& run, Job& job, double tolerance,
                SolveMethod method = SolveMethod::automatic) {
    Equilibrium solved;
    for (auto unused : run) {
        solved = solve_equilibrium(job.baseline, job.shock,
                                   {.tolerance = tolerance, .method = method}, job.workspace);
    }
    if (!solved.is_usable()) run.SkipWithError(solved.message.c_str());
    run.counters["passes"] = static_cast<double>(solved.passes);
}

void nafta_on_cp2015(benchmark::State& run) {
    time_solve(run, nafta(), 1e-10);
}
BENCHMARK(nafta_on_cp2015)->Apply(benchmarks::timed);

void cut_off_on_world_2023(benchmark::State& run) {
    time_solve(run, powers_cut_off(), 1e-10);
}
BENCHMARK(cut_off_on_world_2023)->Apply(benchmarks::timed);

void cut_off_on_world_2023_by_newton_steps(benchmark::State& run) {
    time_solve(run, powers_cut_off(), 1e-10, SolveMethod::newton_krylov);
}
BENCHMARK(cut_off_on_world_2023_by_newton_steps)->Apply(benchmarks::timed);

void random_world_with_inputs(benchmark::State& run) {
    Job job = any_world(static_cast<std::size_t>(run.range(0)),
                        static_cast<std::size_t>(run.range(1)), true);
    time_solve(run, job, 1e-8);
}
BENCHMARK(random_world_with_inputs)
    ->Apply(benchmarks::timed)
    ->Args({40, 45})
    ->Args({80, 45})
    ->Args({140, 45})
    ->Args({200, 60});

void one_sector_world(benchmark::State& run) {
    Job job = any_world(static_cast<std::size_t>(run.range(0)), 1, false);
    time_solve(run, job, 1e-10);
}
BENCHMARK(one_sector_world)->Apply(benchmarks::timed)->Arg(76)->Arg(194);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "cp2015 31 x 40, world-2023 83 x 34, random worlds to 200 x 60, seed 20232",
        entente::check_answers);
}
