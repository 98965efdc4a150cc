// Tariffs chosen for a party's own welfare, [eq:best-response].

#include "entente/model/response/chosen_tariffs.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "support/random_worlds.hpp"

namespace entente {
namespace {

Baseline one_sector(std::size_t num_countries) {
    return make_baseline(World(testing::random_world({.num_countries = num_countries,
                                                      .num_sectors = 1,
                                                      .seed = 3,
                                                      .has_inputs = false,
                                                      .has_tariffs = false})));
}

std::vector<bool> all_but(std::size_t size, std::size_t n) {
    std::vector<bool> others(size, true);
    others[n] = false;
    return others;
}

// [eq:optimal-tariff]  t = 1 / (theta delta), where delta is the mean over destinations of
// 1 - pi_new[n,m], weighted with the exports of n: a condition at the optimum itself.
TEST(chosen_tariffs, of_two_countries_satisfy_the_formula_of_the_optimal_tariff) {
    const Baseline base = one_sector(2);
    Shock shock;
    shock.chosen = ChosenTariffs{{{"C0", {0}, all_but(2, 0)}}, {true}, false};
    Workspace workspace(base);

    const ChosenSolution found = solve_chosen_tariffs(base, shock, {.tolerance = 1e-12}, workspace);

    ASSERT_TRUE(found.equilibrium.is_usable()) << found.equilibrium.message;
    const TradeState now = trade_state(base, found.shock, found.equilibrium);
    const double exact = 1.0 / (base.trade_elasticity[0] * (1.0 - now.trade_share(0, 1, 0)));
    EXPECT_NEAR(found.rates[0].rate, exact, 1e-4);
    EXPECT_LE(found.best_deviation.gain, 1e-9);
}

TEST(chosen_tariffs, of_both_sides_leave_no_gain_to_either) {
    const Baseline base = one_sector(3);
    Shock shock;
    shock.chosen =
        ChosenTariffs{{{"C0", {0}, all_but(3, 0)}, {"C1", {1}, all_but(3, 1)}}, {true}, false};
    Workspace workspace(base);

    const ChosenSolution found = solve_chosen_tariffs(base, shock, {.tolerance = 1e-12}, workspace);

    ASSERT_TRUE(found.equilibrium.is_usable()) << found.equilibrium.message;
    EXPECT_GT(found.num_deviations, 20u);
    EXPECT_LE(found.best_deviation.gain, 1e-9);
    EXPECT_GT(found.rates[0].rate, 0.0);
    EXPECT_GT(found.rates[1].rate, 0.0);
}

TEST(chosen_tariffs, by_sector_serve_at_least_as_well_as_one_rate) {
    const Baseline base =
        make_baseline(World(testing::random_world({.num_countries = 3, .num_sectors = 3})));
    const auto welfare_with = [&](bool is_by_sector) {
        Shock shock;
        shock.chosen =
            ChosenTariffs{{{"C0", {0}, all_but(3, 0)}}, {true, true, true}, is_by_sector};
        Workspace workspace(base);
        const ChosenSolution found =
            solve_chosen_tariffs(base, shock, {.tolerance = 1e-12}, workspace);
        EXPECT_TRUE(found.equilibrium.is_usable()) << found.equilibrium.message;
        EXPECT_LE(found.best_deviation.gain, 1e-9);
        return country_changes(base, found.shock, found.equilibrium)[0].welfare_hat;
    };

    EXPECT_GE(welfare_with(true), welfare_with(false) - 1e-10);
}

}  // namespace
}  // namespace entente
