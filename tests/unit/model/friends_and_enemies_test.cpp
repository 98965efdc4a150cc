#include "entente/measures/friends_and_enemies.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/productivity_elasticities.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "support/random_worlds.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

constexpr std::size_t num_countries = 12;
constexpr double theta = 5.0;

Baseline one_sector_world() {
    WorldData data = testing::random_world({.num_countries = num_countries,
                                            .num_sectors = 1,
                                            .seed = 31,
                                            .has_inputs = false,
                                            .has_tariffs = false});
    data.sectors[0].trade_elasticity = theta;
    return make_baseline(World(std::move(data)));
}

Array2<double> flows(const Baseline& base) {
    return total_flows(trade_state(base, {}, solve_equilibrium(base)));
}

/// The equilibrium after the productivity of i has grown by the factor e^step: costs lower by
/// e^-step multiply what stands with a share by e^(theta step).
struct Grown {
    Baseline base;
    Equilibrium solution;
    Grown(const Baseline& before, std::size_t i, double step) : base(before) {
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            base.trade_share(i, n, 0) *= std::exp(theta * step);
        }
        solution = solve_equilibrium(base, {}, {.tolerance = 1e-12});
    }
    double log_wage(std::size_t n) const { return std::log(solution.wage_hat[n]); }
    double log_welfare(std::size_t n) const {
        return std::log(country_changes(base, {}, solution)[n].welfare_hat);
    }
};

TEST(FriendsAndEnemies, matrices_agree_with_differences_of_the_nonlinear_model) {
    const Baseline base = one_sector_world();

    const FriendsAndEnemies linear = friends_and_enemies(base.countries, flows(base), theta);

    constexpr double h = 1e-4;
    for (const std::size_t i : {0u, 5u, 11u}) {
        const Grown up(base, i, h);
        const Grown down(base, i, -h);
        for (std::size_t n = 0; n < num_countries; ++n) {
            const double wage = (up.log_wage(n) - down.log_wage(n)) / (2.0 * h);
            const double welfare = (up.log_welfare(n) - down.log_welfare(n)) / (2.0 * h);
            EXPECT_NEAR(linear.wage(n, i), wage, 1e-6);
            EXPECT_NEAR(linear.welfare(n, i), welfare, 1e-6);
        }
    }
}

TEST(FriendsAndEnemies, adjoint_of_the_full_model_gives_the_same_matrix_in_one_sector) {
    const Baseline base = one_sector_world();
    Workspace workspace(base);
    solve_equilibrium(base, {}, {}, workspace);

    const FriendsAndEnemies linear = friends_and_enemies(base.countries, flows(base), theta);
    const ProductivityElasticities full = productivity_elasticities(workspace);

    ASSERT_TRUE(full.is_converged) << full.residual;
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t i = 0; i < num_countries; ++i) {
            EXPECT_NEAR(full.welfare(n, i), linear.welfare(n, i), 1e-8);
        }
    }
}

TEST(FriendsAndEnemies, growth_of_all_helps_all_one_for_one) {
    const Baseline base = one_sector_world();

    const FriendsAndEnemies linear = friends_and_enemies(base.countries, flows(base), theta);

    for (std::size_t n = 0; n < num_countries; ++n) {
        double wage = 0.0;
        double welfare = 0.0;
        for (std::size_t i = 0; i < num_countries; ++i) {
            wage += linear.wage(n, i);
            welfare += linear.welfare(n, i);
        }
        EXPECT_NEAR(wage, 0.0, 1e-10);
        EXPECT_NEAR(welfare, 1.0, 1e-10);
    }
}

TEST(FriendsAndEnemies, parts_of_welfare_are_wages_and_prices) {
    const Baseline base = one_sector_world();

    const FriendsAndEnemies linear = friends_and_enemies(base.countries, flows(base), theta);

    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t i = 0; i < num_countries; ++i) {
            EXPECT_NEAR(linear.cross_substitution(n, i) + linear.market_size(n, i),
                        linear.wage(n, i), 1e-10);
            EXPECT_NEAR(linear.welfare(n, i) - linear.wage(n, i), linear.cost_of_living(n, i),
                        1e-10);
        }
    }
}

TEST(FriendsAndEnemies, pattern_across_countries_holds_for_growth_by_half) {
    const Baseline base = one_sector_world();
    const FriendsAndEnemies linear = friends_and_enemies(base.countries, flows(base), theta);

    const Grown grown(base, 5, std::log(1.5));

    // Correlation over the other countries.
    double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t n = 0; n < num_countries; ++n) {
        if (n == 5) continue;
        const double predicted = linear.welfare(n, 5);
        const double exact = grown.log_welfare(n);
        x += predicted, y += exact;
        xx += predicted * predicted, yy += exact * exact, xy += predicted * exact;
    }
    const double count = num_countries - 1;
    const double correlation =
        (xy - x * y / count) / std::sqrt((xx - x * x / count) * (yy - y * y / count));
    EXPECT_GT(correlation, 0.999);
}

TEST(FriendsAndEnemies, two_like_countries_by_hand) {
    Array2<double> flow(2, 2, 20.0);
    flow(0, 0) = flow(1, 1) = 80.0;

    const FriendsAndEnemies linear =
        friends_and_enemies(make_baseline(World(testing::two_countries())).countries, flow, 4.0);

    // docs/theory/friends-and-enemies.md: W multiplies the difference of productivities by
    // .8 x .64 / .592, and U by .6 more of what W leaves.
    const double wage = 0.8 * 0.64 / 0.592;
    const double welfare = wage + 0.6 * (1.0 - wage);
    EXPECT_NEAR(linear.wage(0, 0), wage / 2.0, 1e-12);
    EXPECT_NEAR(linear.wage(0, 1), -wage / 2.0, 1e-12);
    EXPECT_NEAR(linear.welfare(0, 0), (1.0 + welfare) / 2.0, 1e-12);
    EXPECT_NEAR(linear.welfare(0, 1), (1.0 - welfare) / 2.0, 1e-12);
}

TEST(FriendsAndEnemies, refuses_trade_that_is_not_balanced) {
    const Axis countries = one_sector_world().countries;
    Array2<double> flow(num_countries, num_countries, 1.0);
    flow(3, 4) = 2.0;

    try {
        friends_and_enemies(countries, flow, theta);
        FAIL() << "trade out of balance was taken";
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("C3 sells 13 and buys 12"));
    }
    flow(3, 4) = 1.0;
    EXPECT_THROW(friends_and_enemies(countries, flow, 0.0), OptionError);
    EXPECT_THROW(friends_and_enemies(countries, Array2<double>(2, 2, 1.0), theta), ShapeError);
    Workspace workspace(one_sector_world());
    EXPECT_THROW(productivity_elasticities(workspace), OptionError);
}

}  // namespace
}  // namespace entente
