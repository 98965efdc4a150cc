// Subsidies on output, [eq:subsidy]: a case worked by hand, the reference solver, the adjoint.

#include <gtest/gtest.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/gradient.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/solve_equilibrium_reference.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "support/random_worlds.hpp"
#include "support/shocks.hpp"

namespace entente {
namespace {

Baseline random_baseline(DeficitMode deficits) {
    return make_baseline(World(testing::random_world({.num_countries = 4, .num_sectors = 3})),
                         {.deficits = deficits});
}

Shock subsidised(const Baseline& base) {
    Shock shock = testing::random_shock(base, {.seed = 5, .highest_tariff = 0.3});
    shock.output_subsidy = Array2<double>(base.num_countries(), base.num_sectors());
    shock.output_subsidy(0, 1) = 0.1;
    shock.output_subsidy(2, 0) = 0.25;
    shock.output_subsidy(2, 2) = 0.05;
    return shock;
}

TEST(subsidy, of_zero_changes_no_bit) {
    const Baseline base = random_baseline(DeficitMode::fixed);
    Shock shock = testing::random_shock(base, {.seed = 5});
    const Equilibrium without = solve_equilibrium(base, shock);

    shock.output_subsidy = Array2<double>(base.num_countries(), base.num_sectors());
    const Equilibrium with_zero = solve_equilibrium(base, shock);

    EXPECT_EQ(without.wage_hat, with_zero.wage_hat);
    EXPECT_EQ(without.income_new, with_zero.income_new);
}

// One country that makes one good of labour and pays a fifth of its price: buyers pay 0.8 of the
// cost and give back the rest as taxes. Nominal income is 0.8 of the wage bill, prices are 0.8 of
// the wage, and real income is what it was.
TEST(subsidy, on_the_only_good_gives_with_one_hand_and_takes_with_the_other) {
    const Baseline base = make_baseline(World(testing::random_world(
        {.num_countries = 1, .num_sectors = 1, .has_inputs = false, .has_tariffs = false})));
    Shock shock;
    shock.output_subsidy = Array2<double>(1, 1, 0.2);

    const Equilibrium solved = solve_equilibrium(base, shock);

    ASSERT_TRUE(solved.is_usable()) << solved.message;
    EXPECT_NEAR(solved.wage_hat[0], 1.0, 1e-9);
    EXPECT_NEAR(solved.price_index_hat(0, 0), 0.8, 1e-9);
    EXPECT_NEAR(solved.subsidy_cost_new[0] / base.value_added[0], 0.2, 1e-9);
    EXPECT_NEAR(solved.income_new[0] / base.income[0], 0.8, 1e-9);
    EXPECT_NEAR(solved.gross_output_new(0, 0) / base.value_added[0], 1.0, 1e-9);
}

TEST(subsidy, is_solved_alike_by_the_reference_under_every_closure) {
    for (const DeficitMode mode :
         {DeficitMode::balanced, DeficitMode::fixed, DeficitMode::multiplicative}) {
        const Baseline base = random_baseline(mode);
        const Shock shock = subsidised(base);

        const Equilibrium fast = solve_equilibrium(base, shock);
        const Equilibrium plain = solve_equilibrium_reference(base, shock);

        ASSERT_TRUE(fast.is_usable()) << fast.message;
        ASSERT_TRUE(plain.is_usable());
        // Walras's law is no equation of the solver.
        EXPECT_LT(fast.walras, 1e-9);
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            EXPECT_NEAR(fast.wage_hat[n], plain.wage_hat[n], 1e-7);
            EXPECT_NEAR(fast.income_new[n] / plain.income_new[n], 1.0, 1e-7);
        }
    }
}

TEST(subsidy, is_solved_alike_by_newton_steps) {
    const Baseline base = random_baseline(DeficitMode::multiplicative);
    const Shock shock = subsidised(base);

    const Equilibrium fast = solve_equilibrium(base, shock);
    const Equilibrium newton =
        solve_equilibrium(base, shock, {.method = SolveMethod::newton_krylov});

    ASSERT_TRUE(newton.is_usable()) << newton.message;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(fast.wage_hat[n], newton.wage_hat[n], 1e-8);
    }
}

TEST(subsidy, is_known_to_the_gradient) {
    for (const DeficitMode mode : {DeficitMode::fixed, DeficitMode::multiplicative}) {
        const Baseline base = random_baseline(mode);
        Shock shock = subsidised(base);
        Workspace workspace(base);
        const SolveOptions fine{.tolerance = 1e-12};
        ASSERT_TRUE(solve_equilibrium(base, shock, fine, workspace).is_usable());
        const Gradient slopes = gradient(workspace, welfare_of(2));
        ASSERT_TRUE(slopes.is_converged);
        const auto log_welfare = [&](double more) {
            Shock moved = shock;
            moved.tariff_rate(1, 2, 0) += more;
            const Equilibrium solved = solve_equilibrium(base, moved, fine);
            return std::log(country_changes(base, moved, solved)[2].welfare_hat);
        };
        constexpr double step = 1e-4;

        const double difference = (log_welfare(step) - log_welfare(-step)) / (2.0 * step);

        EXPECT_NEAR(slopes.tariff_rate(1, 2, 0), difference, 1e-6 * std::abs(difference) + 1e-9);
    }
}

}  // namespace
}  // namespace entente
