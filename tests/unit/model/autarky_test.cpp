#include "entente/model/equilibrium/autarky.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "support/random_worlds.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

/// Country n neither buys abroad nor sells there.
Shock without_partners(const Baseline& base, std::size_t n, double factor) {
    Shock shock{.share_factor = Array3<double>(base.num_countries(), base.num_countries(),
                                               base.num_sectors(), 1.0)};
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            shock.share_factor(i, n, s) = factor;
            shock.share_factor(n, i, s) = factor;
        }
    }
    return shock;
}

TEST(Autarky, one_sector_is_the_home_share_to_one_over_theta) {
    const Baseline base = make_baseline(World(testing::two_countries()));

    EXPECT_NEAR(autarky_real_wage_hat(base)[0], std::pow(base.trade_share(0, 0, 0), 0.25), 1e-15);
}

TEST(Autarky, inputs_enter_with_the_inputs_they_need) {
    const Baseline base = make_baseline(World(testing::three_countries()));

    // Half of each cost is inputs, three quarters of that goods: a unit of goods needs
    // A = (I - Gamma)^-1 with Gamma = [.375 .375; .125 .125], A = [1.75 .75; .25 1.25].
    const double goods = 1.75 * base.consumption_share(0, 0) + 0.75 * base.consumption_share(0, 1);
    const double services =
        0.25 * base.consumption_share(0, 0) + 1.25 * base.consumption_share(0, 1);
    EXPECT_NEAR(std::log(autarky_real_wage_hat(base)[0]),
                goods * std::log(base.trade_share(0, 0, 0)) / 4.0 +
                    services * std::log(base.trade_share(0, 0, 1)) / 5.0,
                1e-14);
}

TEST(Autarky, the_solver_reaches_it_when_all_partners_are_cut_off) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const World world(
            testing::random_world({.num_countries = 4, .num_sectors = 3, .seed = seed}));
        const Baseline base = make_baseline(world);
        const std::vector<double> expected = autarky_real_wage_hat(base);
        for (std::size_t n = 0; n < 4; ++n) {
            const Shock cut = without_partners(base, n, 0.0);

            const Equilibrium solved = solve_equilibrium(base, cut);

            ASSERT_TRUE(solved.is_usable()) << solved.message;
            const CountryChange change = country_changes(base, cut, solved)[n];
            EXPECT_NEAR(change.real_wage_hat, expected[n], 1e-8);
            EXPECT_NEAR(change.welfare_hat, expected[n] * base.value_added[n] / base.income[n],
                        1e-8);
        }
    }
}

TEST(Autarky, very_large_trade_costs_come_to_the_same) {
    const Baseline base = make_baseline(World(testing::three_countries()));
    Shock costs{.trade_cost_hat = Array3<double>(3, 3, 2, 1e6)};

    const Equilibrium solved = solve_equilibrium(base, costs);

    ASSERT_TRUE(solved.is_usable()) << solved.message;
    // theta is 4 at least: what still trades is 1e-24 of what did.
    const std::vector<CountryChange> changes = country_changes(base, costs, solved);
    for (std::size_t n = 0; n < 3; ++n) {
        EXPECT_NEAR(changes[n].real_wage_hat, autarky_real_wage_hat(base)[n], 1e-8);
    }
}

TEST(Autarky, a_needed_sector_without_home_sales_leaves_nothing) {
    Baseline base = make_baseline(World(testing::three_countries()));
    base.trade_share(0, 0, 1) = 0.0;

    EXPECT_EQ(autarky_real_wage_hat(base)[0], 0.0);
}

}  // namespace
}  // namespace entente
