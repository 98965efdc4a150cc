#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/solve_equilibrium_reference.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "support/random_worlds.hpp"
#include "support/shocks.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::random_world;
using testing::three_countries;
using testing::two_countries;
using testing::UniformStream;

// Both solvers stop at residuals of 1e-11 or less; prices answer wages with less than ten.
constexpr double same_solution = 1e-9;

Shock random_shock(const Baseline& base, std::uint64_t seed) {
    return testing::random_shock(base, {.seed = seed, .part_stopped = 0.2});
}

void expect_same(const Baseline& base, const Equilibrium& fast, const Equilibrium& slow) {
    ASSERT_TRUE(fast.is_usable()) << fast.message;
    ASSERT_TRUE(slow.is_usable()) << slow.residual;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(fast.wage_hat[n], slow.wage_hat[n], same_solution) << base.countries[n];
        EXPECT_NEAR(fast.income_new[n] / slow.income_new[n], 1.0, same_solution);
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            EXPECT_NEAR(fast.price_index_hat(n, s), slow.price_index_hat(n, s), same_solution);
        }
    }
}

class EveryClosure : public ::testing::TestWithParam<DeficitMode> {};

TEST_P(EveryClosure, no_shock_changes_nothing) {
    const Baseline base = make_baseline(World(three_countries()), {.deficits = GetParam()});

    const Equilibrium solution = solve_equilibrium(base);

    ASSERT_TRUE(solution.is_usable()) << solution.message;
    for (const double wage : solution.wage_hat) EXPECT_NEAR(wage, 1.0, 1e-10);
    for (const CountryChange& change : country_changes(base, {}, solution)) {
        EXPECT_NEAR(change.welfare_hat, 1.0, 1e-10);
        EXPECT_NEAR(change.welfare_first_order(), 0.0, 1e-10);
    }
}

TEST_P(EveryClosure, fast_solver_agrees_with_the_nested_loops) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const World world(random_world({.num_countries = 5, .num_sectors = 3, .seed = seed}));
        const Baseline base = make_baseline(world, {.deficits = GetParam()});
        const Shock shock = random_shock(base, 100 + seed);

        const Equilibrium fast = solve_equilibrium(base, shock);

        expect_same(base, fast, solve_equilibrium_reference(base, shock));
    }
}

TEST_P(EveryClosure, newton_steps_arrive_where_the_iteration_does) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const World world(random_world({.num_countries = 5, .num_sectors = 3, .seed = seed}));
        const Baseline base = make_baseline(world, {.deficits = GetParam()});
        const Shock shock = random_shock(base, 100 + seed);

        const Equilibrium newton =
            solve_equilibrium(base, shock, {.method = SolveMethod::newton_krylov});

        expect_same(base, newton,
                    solve_equilibrium(base, shock, {.method = SolveMethod::anderson}));
        EXPECT_LT(newton.walras, 1e-9);
    }
}

TEST_P(EveryClosure, supply_elasticity_agrees_with_the_nested_loops) {
    WorldData data =
        random_world({.num_countries = 6, .num_sectors = 1, .seed = 7, .has_inputs = false});
    const Baseline base =
        make_baseline(World(std::move(data)), {.deficits = GetParam(), .supply_elasticity = 1.24});
    const Shock shock = random_shock(base, 8);

    const Equilibrium fast = solve_equilibrium(base, shock);

    expect_same(base, fast, solve_equilibrium_reference(base, shock));
}

INSTANTIATE_TEST_SUITE_P(Deficits, EveryClosure,
                         ::testing::Values(DeficitMode::balanced, DeficitMode::fixed,
                                           DeficitMode::multiplicative));

TEST(Equilibrium, autarky_of_one_sector_is_the_closed_form) {
    const Baseline base = make_baseline(World(two_countries()));
    Shock cut{.share_factor = Array3<double>(2, 2, 1, 0.0)};

    const Equilibrium solution = solve_equilibrium(base, cut);

    ASSERT_TRUE(solution.is_usable()) << solution.message;
    const std::vector<CountryChange> changes = country_changes(base, cut, solution);
    for (std::size_t n = 0; n < 2; ++n) {
        // Arkolakis, Costinot and Rodriguez-Clare (2012): W_hat = pi[n,n]^(1/theta).
        const double expected = std::pow(base.trade_share(n, n, 0), 1.0 / 4.0);
        EXPECT_NEAR(changes[n].welfare_hat, expected, 1e-10);
    }
}

TEST(Equilibrium, newton_steps_keep_to_the_number_of_passes_allowed) {
    const Baseline base = make_baseline(World(three_countries()));
    const Shock shock = testing::random_shock(base, {.seed = 3, .highest_tariff = 5.0});

    const Equilibrium full = solve_equilibrium(base, shock, {.method = SolveMethod::newton_krylov});
    const Equilibrium cut_short =
        solve_equilibrium(base, shock, {.max_passes = 8, .method = SolveMethod::newton_krylov});

    EXPECT_TRUE(full.is_usable()) << full.message;
    EXPECT_EQ(cut_short.termination, Termination::not_converged);
    EXPECT_GT(cut_short.residual, 1e-10);
    // A linear system in progress is finished.
    EXPECT_LT(cut_short.passes, 60u);
}

TEST(Equilibrium, a_buyer_that_can_sell_to_nobody_is_found_before_the_search) {
    const Baseline base = make_baseline(World(three_countries()));
    Shock shock{.share_factor = Array3<double>(3, 3, 2, 1.0)};
    for (std::size_t n = 0; n < 2; ++n) {
        for (double& factor : shock.share_factor.row(2, n)) factor = 0.0;
    }

    const Equilibrium solution = solve_equilibrium(base, shock);

    EXPECT_EQ(solution.termination, Termination::one_way_trade);
    EXPECT_FALSE(solution.is_usable());
    EXPECT_THAT(solution.message, ::testing::HasSubstr("CCC buys from AAA"));
}

TEST(Equilibrium, a_seller_that_may_buy_nowhere_is_found_before_the_search) {
    const Baseline base = make_baseline(World(three_countries()));
    Shock shock{.share_factor = Array3<double>(3, 3, 2, 1.0)};
    for (std::size_t i = 0; i < 2; ++i) {
        for (double& factor : shock.share_factor.row(i, 2)) factor = 0.0;
    }

    EXPECT_EQ(solve_equilibrium(base, shock).termination, Termination::one_way_trade);
}

TEST(Equilibrium, multiplicative_deficits_leave_welfare_at_wage_over_price) {
    const Baseline base =
        make_baseline(World(two_countries()), {.deficits = DeficitMode::multiplicative});
    Shock shock{.trade_cost_hat = Array3<double>(2, 2, 1, 1.3)};

    const Equilibrium solution = solve_equilibrium(base, shock);

    for (const CountryChange& change : country_changes(base, shock, solution)) {
        EXPECT_NEAR(change.welfare_hat, change.real_wage_hat, 1e-10);
    }
}

TEST(Equilibrium, excess_demand_and_numeraire_hold) {
    const World world(random_world({.num_countries = 6, .num_sectors = 4, .seed = 3}));
    const Baseline base = make_baseline(world, {.deficits = DeficitMode::fixed});

    const Equilibrium solution = solve_equilibrium(base, random_shock(base, 4));

    ASSERT_TRUE(solution.is_usable()) << solution.message;
    EXPECT_LT(solution.walras, 1e-9);
    double before = 0.0;
    double now = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        before += base.value_added[n];
        now += solution.value_added_new[n];
    }
    EXPECT_NEAR(now / before, 1.0, 1e-12);
}

TEST(Equilibrium, random_starts_end_in_the_same_place) {
    const World world(random_world({.num_countries = 5, .num_sectors = 3, .seed = 11}));
    const Baseline base = make_baseline(world);
    const Shock shock = random_shock(base, 12);
    const Equilibrium first = solve_equilibrium(base, shock);
    UniformStream uniform(13);

    for (int start = 0; start < 20; ++start) {
        SolveOptions options;
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            options.log_wage_start.push_back(uniform.between(-0.7, 0.7));
        }
        const Equilibrium other = solve_equilibrium(base, shock, options);
        ASSERT_TRUE(other.is_usable()) << other.message;
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            EXPECT_NEAR(other.wage_hat[n], first.wage_hat[n], same_solution);
        }
    }
}

TEST(Equilibrium, a_workspace_used_before_gives_the_same_bits) {
    const World world(random_world({.num_countries = 4, .num_sectors = 3, .seed = 21}));
    const Baseline base = make_baseline(world);
    Workspace workspace(base);
    const Shock shock = random_shock(base, 22);

    const Equilibrium first = solve_equilibrium(base, shock, {}, workspace);
    solve_equilibrium(base, random_shock(base, 23), {}, workspace);
    const Equilibrium again = solve_equilibrium(base, shock, {}, workspace);

    EXPECT_EQ(first.wage_hat, again.wage_hat);
    EXPECT_EQ(first.price_index_hat, again.price_index_hat);
}

TEST(Equilibrium, a_market_without_seller_is_a_status_with_its_codes) {
    WorldData data = three_countries();
    // CCC makes no services of its own and buys them from AAA only.
    data.gross_output(2, 1) -= data.trade_flow(2, 2, 1);
    data.trade_flow(2, 2, 1) = 0.0;
    const Baseline base = make_baseline(World(std::move(data)));
    Shock cut{.share_factor = Array3<double>(3, 3, 2, 1.0)};
    cut.share_factor(0, 2, 1) = 0.0;

    const Equilibrium solution = solve_equilibrium(base, cut);

    EXPECT_EQ(solution.termination, Termination::no_supplier);
    EXPECT_THAT(solution.message, ::testing::HasSubstr("SRV to CCC"));
    EXPECT_FALSE(solution.is_usable());
}

TEST(Equilibrium, too_few_passes_is_a_status_that_names_the_place) {
    const Baseline base = make_baseline(World(three_countries()));

    const Equilibrium solution = solve_equilibrium(base, random_shock(base, 31), {.max_passes = 3});

    EXPECT_EQ(solution.termination, Termination::not_converged);
    EXPECT_THAT(solution.message, ::testing::HasSubstr("Not converged"));
}

TEST(Equilibrium, a_shock_of_another_world_is_refused) {
    const Baseline base = make_baseline(World(three_countries()));

    EXPECT_THROW(solve_equilibrium(base, {.tariff_rate = Array3<double>(2, 2, 1)}), ShapeError);
    EXPECT_THROW(solve_equilibrium(base, {}, {.log_wage_start = {0.0}}), ShapeError);
}

}  // namespace
}  // namespace entente
