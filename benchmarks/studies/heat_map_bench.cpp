// The heat map of a world of the size of world-2023, from the open world to text.

#include <cmath>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/measures/exposure.hpp"
#include "entente/study/heat_map.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

const World& world() {
    static const World built(
        testing::random_world({.num_countries = 83, .num_sectors = 34, .seed = 20231}));
    return built;
}

HeatMapOptions options(std::size_t threads) {
    const Axis& countries = world().countries();
    return {.poles = {countries[0], countries[1]}, .sort = "iso3", .threads = threads};
}

/// Largest distance of a loss from the one computed without any preparation.
double distance_from_plain_losses() {
    const TradeState state = observed_state(world());
    double distance = 0.0;
    for (const HeatMapRow& row : make_heat_map(world(), options(1)).countries) {
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

double difference_between_threads() {
    const Rendering json{.format = Format::json};
    const bool same = render(make_heat_map(world(), options(1)), json) ==
                      render(make_heat_map(world(), options(2)), json);
    return same ? 0.0 : 1.0;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    return {{.what = "losses computed one by one",
             .distance = distance_from_plain_losses(),
             .bound = 1e-14},
            {.what = "bytes on one and on two threads",
             .distance = difference_between_threads(),
             .bound = 0.0}};
}

void figures(benchmark::State& run) {
    for (auto unused : run) benchmark::DoNotOptimize(make_heat_map(world(), options(1)));
}
BENCHMARK(figures)->Apply(benchmarks::timed);

void as_format(benchmark::State& run, Format format) {
    const HeatMap map = make_heat_map(world(), options(1));
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
