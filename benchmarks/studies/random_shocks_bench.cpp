// How often the solver finds the equilibrium under shocks no policy would bring: a thousand random
// worlds with theta from .5 to 65, tariffs to 500 percent, cut-offs, flows and domestic sales of
// zero, and deficits to 30 percent of GDP. Those without a certificate are listed by seed,
// with whether the nested loops solve them.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "checked_benchmark.hpp"
#include "entente/base/error.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/solve_equilibrium_reference.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

constexpr std::uint64_t first_seed = 20230000;
constexpr std::size_t num_shocks = 1000;
// More without a certificate than this, bases included, count as a fault of the solver.
constexpr double most_unsolved = 10.0;

WorldData harsh_world(std::uint64_t seed) {
    testing::UniformStream uniform(seed);
    WorldData data = testing::random_world({.num_countries = 3 + seed % 6,
                                            .num_sectors = 1 + seed % 5,
                                            .seed = seed,
                                            .has_inputs = seed % 3 != 0});
    for (Sector& sector : data.sectors) {
        sector.trade_elasticity = 0.5 * std::pow(130.0, uniform.between(0.0, 1.0));
    }
    const std::size_t num_countries = data.countries.size();
    // One country in three sells nothing at home in its last sector, if it has another.
    const std::size_t last = data.sectors.size() - 1;
    for (std::size_t n = 0; last > 0 && n < num_countries; n += 3) {
        data.gross_output(n, last) -= data.trade_flow(n, n, last);
        data.trade_flow(n, n, last) = 0.0;
    }
    // The first country exports more of everything.
    for (std::size_t n = 1; n < num_countries; ++n) {
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            const double more = 0.3 * data.trade_flow(0, 0, s) / double(num_countries - 1);
            data.trade_flow(0, n, s) += more;
            data.gross_output(0, s) += more;
        }
    }
    return data;
}

// Deficits and surpluses larger than this part of GDP are left out: with a fixed surplus above what
// trade can earn after the shock there is no equilibrium to find.
constexpr double largest_deficit = 0.3;

bool has_larger_deficit(const World& world) {
    const TradeState state = observed_state(world);
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        if (std::abs(state.trade_deficit[n]) > largest_deficit * state.value_added[n]) return true;
    }
    return false;
}

Shock harsh_shock(const Baseline& base, std::uint64_t seed) {
    testing::UniformStream uniform(seed + 1);
    Shock shock{.tariff_rate = base.tariff_rate,
                .share_factor = Array3<double>(base.num_countries(), base.num_countries(),
                                               base.num_sectors(), 1.0)};
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            for (std::size_t s = 0; i != n && s < base.num_sectors(); ++s) {
                const double rate = uniform.between(0.0, 5.0);
                if (uniform.between(0.0, 1.0) < 0.5) shock.tariff_rate(i, n, s) = rate;
                if (uniform.between(0.0, 1.0) < 0.1) shock.share_factor(i, n, s) = 0.0;
            }
        }
    }
    return shock;
}

struct Outcome {
    std::size_t num_solved = 0;
    std::size_t num_without_seller = 0;
    std::size_t num_one_way = 0;
    std::size_t num_without_base = 0;
    std::size_t num_tried = 0;
    std::size_t num_left_out = 0;
    std::vector<std::uint64_t> unsolved;
    std::size_t most_passes = 0;
};

Outcome solve_all() {
    Outcome outcome;
    for (std::uint64_t seed = first_seed; outcome.num_tried < num_shocks; ++seed) {
        const World world(harsh_world(seed));
        if (has_larger_deficit(world)) {
            ++outcome.num_left_out;
            continue;
        }
        ++outcome.num_tried;
        const auto deficits = static_cast<DeficitMode>(seed % 3);
        try {
            const Baseline base = make_baseline(world, {.deficits = deficits});
            const Equilibrium solved = solve_equilibrium(base, harsh_shock(base, seed));
            outcome.most_passes = std::max(outcome.most_passes, solved.passes);
            if (solved.is_usable()) {
                ++outcome.num_solved;
            } else if (solved.termination == Termination::no_supplier) {
                ++outcome.num_without_seller;
            } else if (solved.termination == Termination::one_way_trade) {
                ++outcome.num_one_way;
            } else {
                outcome.unsolved.push_back(seed);
            }
        } catch (const DataError& error) {
            std::fprintf(stderr, "seed %llu: %s\n", static_cast<unsigned long long>(seed),
                         error.what());
            ++outcome.num_without_base;
        }
    }
    return outcome;
}

const Outcome& outcome() {
    static const Outcome all = solve_all();
    return all;
}

std::vector<benchmarks::AnswerCheck> check_answers() {
    for (const std::uint64_t seed : outcome().unsolved) {
        const Baseline base = make_baseline(World(harsh_world(seed)),
                                            {.deficits = static_cast<DeficitMode>(seed % 3)});
        const Equilibrium plain = solve_equilibrium_reference(base, harsh_shock(base, seed));
        const double least_income = std::ranges::min(plain.income_new);
        std::fprintf(stderr, "seed %llu: no certificate; the nested loops %s (residual %.1e)\n",
                     static_cast<unsigned long long>(seed),
                     !plain.is_usable()   ? "do not solve it either"
                     : least_income < 0.0 ? "find only a point with negative income"
                                          : "solve it",
                     plain.residual);
    }
    std::fprintf(stderr,
                 "%zu solved, %zu worlds passed over for larger deficits, %zu leave a buyer "
                 "without seller, %zu leave trade that cannot balance, %zu unsolved, %zu bases "
                 "unsolved; at most %zu passes\n",
                 outcome().num_solved, outcome().num_left_out, outcome().num_without_seller,
                 outcome().num_one_way, outcome().unsolved.size(), outcome().num_without_base,
                 outcome().most_passes);
    return {{.what = "shocks without a certificate",
             .distance = static_cast<double>(outcome().unsolved.size()) +
                         static_cast<double>(outcome().num_without_base),
             .bound = most_unsolved}};
}

void one_harsh_shock(benchmark::State& run) {
    const Baseline base = make_baseline(World(harsh_world(first_seed)));
    const Shock shock = harsh_shock(base, first_seed);
    for (auto unused : run) {
        const Equilibrium solved = solve_equilibrium(base, shock);
        benchmark::DoNotOptimize(solved.residual);
    }
}
BENCHMARK(one_harsh_shock)->Apply(benchmarks::timed);

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
    return entente::benchmarks::run_checked(
        argc, argv,
        "1,000 random worlds of 3 to 8 countries and 1 to 5 sectors, seeds from 20230000",
        entente::check_answers);
}
