// Closed-form exposure of every country to two powers, both directions, as the heat map needs it.

#include <algorithm>
#include <cmath>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/measures/exposure.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

const std::vector<CutOff>& powers() {
    static const std::vector<CutOff> both{{.power = {0}}, {.power = {1}}};
    return both;
}

const World& world() {
    static const World world(
        testing::random_world({.num_countries = 83, .num_sectors = 34, .seed = 20231}));
    return world;
}

const TradeState& state() {
    static const TradeState state = observed_state(world());
    return state;
}

double input_cost(std::size_t n, std::size_t s, std::size_t r) {
    return world().input_share()(n, s, r) * (1.0 - world().value_added_share()(n, r));
}

/// The same losses without a linear solve: prices and value added passed on 2,000 times.
ExposureLoss iterated_loss(std::size_t n, std::size_t power) {
    const std::size_t num_sectors = world().num_sectors();
    std::vector<double> rise(num_sectors);
    std::vector<double> log_price(num_sectors);
    std::vector<double> value_added(num_sectors);
    for (std::size_t s = 0; s < num_sectors; ++s) {
        rise[s] = -std::log(1.0 - state().trade_share(power, n, s)) / world().trade_elasticity(s);
    }
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> next_price = rise;
        std::vector<double> next_value(num_sectors);
        for (std::size_t r = 0; r < num_sectors; ++r) {
            next_value[r] = world().value_added_share()(n, r);
            for (std::size_t s = 0; s < num_sectors; ++s) {
                next_price[r] += input_cost(n, s, r) * log_price[s];
                next_value[r] +=
                    state().trade_share(n, n, s) * input_cost(n, s, r) * value_added[s];
            }
        }
        log_price = next_price;
        value_added = next_value;
    }
    double log_price_hat = 0.0;
    double sales = 0.0;
    double weighted_elasticity = 0.0;
    double sold = 0.0;
    for (std::size_t s = 0; s < num_sectors; ++s) {
        const double flow = state().trade_flow(n, power, s);
        log_price_hat += world().consumption_share()(n, s) * log_price[s];
        sales += flow;
        weighted_elasticity += flow * world().trade_elasticity(s);
        sold += flow * value_added[s];
    }
    return {.imports = 1.0 - std::exp(-log_price_hat),
            .exports = sold / state().value_added[n] / (1.0 + weighted_elasticity / sales)};
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    double distance = 0.0;
    for (const std::size_t n : {2UL, 40UL, 82UL}) {
        for (const std::size_t power : {0UL, 1UL}) {
            const ExposureLoss loss = closed_form_exposure(world(), state(), n, powers()[power]);
            const ExposureLoss iterated = iterated_loss(n, power);
            distance = std::max({distance, std::abs(loss.imports - iterated.imports),
                                 std::abs(loss.exports - iterated.exports)});
        }
    }
    return {{.what = "losses by repeated passing on", .distance = distance, .bound = 1e-12}};
}

void all_countries_one_by_one(benchmark::State& run) {
    for (auto unused : run) {
        for (std::size_t n = 0; n < world().num_countries(); ++n) {
            for (const CutOff& cut_off : powers()) {
                benchmark::DoNotOptimize(closed_form_exposure(world(), state(), n, cut_off));
            }
        }
    }
}
BENCHMARK(all_countries_one_by_one)->Apply(benchmarks::timed);

void all_countries_with_shared_multipliers(benchmark::State& run) {
    for (auto unused : run) {
        const SupplyChainMultipliers multipliers = supply_chain_multipliers(world(), state());
        for (std::size_t n = 0; n < world().num_countries(); ++n) {
            for (const CutOff& cut_off : powers()) {
                benchmark::DoNotOptimize(
                    closed_form_exposure(world(), state(), multipliers, n, cut_off));
            }
        }
    }
}
BENCHMARK(all_countries_with_shared_multipliers)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv, "83 countries, 34 sectors, 2 powers, seed 20231", entente::check_answers);
}
