// The heat map of a world of the size of world-2023, from the open world to text.

#include <cmath>
#include <string>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/measures/exposure.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

const World& world() {
    static const World built(
        testing::random_world({.num_countries = 83, .num_sectors = 34, .seed = 20231}));
    return built;
}

HeatMapOptions options(std::size_t threads, const std::string& method) {
    const Axis& countries = world().countries();
    return {.poles = {countries[0], countries[1]},
            .sort = "iso3",
            .method = method,
            .threads = threads};
}

/// Largest distance of a loss from the one computed without any preparation.
double distance_from_plain_losses() {
    const TradeState state = observed_state(world());
    double distance = 0.0;
    for (const HeatMapRow& row : make_heat_map(world(), options(1, "closed_form")).countries) {
        const std::size_t n = world().countries().at(row.code);
        for (std::size_t pole = 0; pole < 2; ++pole) {
            const double plain = closed_form_exposure(world(), state, n, {.power = {pole}}).total;
            // Negated so that a loss that is not a number counts as far away.
            if (!(std::abs(row.ties[pole].exposure - plain) <= distance)) {
                distance = std::abs(row.ties[pole].exposure - plain);
            }
        }
    }
    return distance;
}

/// Largest distance of an exact loss from one solved alone, for every tenth economy.
double distance_from_single_solves(const HeatMap& map) {
    const Baseline baseline = make_baseline(world());
    const std::size_t size = world().num_countries();
    double distance = 0.0;
    for (std::size_t k = 0; k < map.countries.size(); k += 10) {
        const std::size_t n = world().countries().at(map.countries[k].code);
        Shock shock{.share_factor = Array3<double>(size, size, world().num_sectors(), 1.0)};
        for (std::size_t s = 0; s < world().num_sectors(); ++s) {
            shock.share_factor(0, n, s) = shock.share_factor(n, 0, s) = 0.0;
        }
        const Equilibrium solved = solve_equilibrium(baseline, shock);
        const double loss = 1.0 - country_changes(baseline, shock, solved)[n].welfare_hat;
        const double gap = std::abs(map.countries[k].ties[0].exposure - loss);
        if (!(gap <= distance)) distance = gap;
    }
    return distance;
}

double difference_between(const HeatMap& one, const HeatMap& other) {
    const Rendering json{.format = Format::json};
    return render(one, json) == render(other, json) ? 0.0 : 1.0;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    const HeatMap exact = make_heat_map(world(), options(1, "ge"));
    return {{.what = "losses computed one by one",
             .distance = distance_from_plain_losses(),
             .bound = 1e-14},
            {.what = "exact losses solved one by one",
             .distance = distance_from_single_solves(exact),
             .bound = 1e-8},
            {.what = "bytes on one and on two threads",
             .distance = difference_between(exact, make_heat_map(world(), options(2, "ge"))),
             .bound = 0.0}};
}

void figures(benchmark::State& run, const std::string& method, std::size_t threads) {
    for (auto unused : run) {
        benchmark::DoNotOptimize(make_heat_map(world(), options(threads, method)));
    }
}
BENCHMARK_CAPTURE(figures, closed_form, "closed_form", 1)->Apply(benchmarks::timed);
BENCHMARK_CAPTURE(figures, exact_on_two_threads, "ge", 2)->Apply(benchmarks::timed)->UseRealTime();

void as_format(benchmark::State& run, Format format) {
    const HeatMap map = make_heat_map(world(), options(1, "closed_form"));
    for (auto unused : run) benchmark::DoNotOptimize(render(map, {.format = format}));
}
BENCHMARK_CAPTURE(as_format, text, Format::text)->Apply(benchmarks::timed);
BENCHMARK_CAPTURE(as_format, csv, Format::csv)->Apply(benchmarks::timed);
BENCHMARK_CAPTURE(as_format, html, Format::html)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(argc, argv, "83 countries, 34 sectors, seed 20231",
                                            entente::check_answers);
}
