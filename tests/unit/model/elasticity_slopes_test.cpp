#include "entente/model/equilibrium/elasticity_slopes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "support/random_worlds.hpp"
#include "support/shocks.hpp"

namespace entente {
namespace {

using testing::random_shock;
using testing::random_world;

Baseline four_countries() {
    const World world(
        random_world({.num_countries = 4, .num_sectors = 3, .seed = 31, .has_inputs = true}));
    return make_baseline(world);
}

double log_welfare(const Baseline& base, const Shock& shock, std::size_t n) {
    const Equilibrium solved = solve_equilibrium(base, shock, {.tolerance = 1e-12});
    EXPECT_TRUE(solved.is_usable());
    return std::log(country_changes(base, shock, solved)[n].welfare_hat);
}

/// By the adjoint, against central differences with the shares of the baseline held.
void expect_slopes_of_differences(const Shock& shock) {
    constexpr double h = 1e-4;
    constexpr double same_slope = 1e-6;
    const Baseline base = four_countries();
    for (std::size_t n = 0; n < 4; ++n) {
        Workspace workspace(base);
        const Equilibrium solved = solve_equilibrium(base, shock, {.tolerance = 1e-12}, workspace);
        const std::vector<double> slopes =
            elasticity_slopes(base, shock, solved, gradient(workspace, welfare_of(n)));
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            Baseline up = base;
            up.trade_elasticity[s] *= std::exp(h);
            Baseline down = base;
            down.trade_elasticity[s] *= std::exp(-h);
            const double difference =
                (log_welfare(up, shock, n) - log_welfare(down, shock, n)) / (2.0 * h);

            EXPECT_NEAR(slopes[s], difference, same_slope) << "country " << n << ", sector " << s;
        }
    }
}

TEST(ElasticitySlopes, are_the_differences_of_solved_tariffs_and_costs) {
    expect_slopes_of_differences(
        random_shock(four_countries(), {.seed = 32, .highest_tariff = 0.6}));
}

TEST(ElasticitySlopes, are_the_differences_of_solved_cut_offs) {
    Shock shock{.share_factor = Array3<double>(4, 4, 3, 1.0)};
    for (std::size_t s = 0; s < 3; ++s) {
        shock.share_factor(0, 1, s) = 0.0;
        shock.share_factor(1, 0, s) = 0.0;
    }

    expect_slopes_of_differences(shock);
}

TEST(ElasticitySlopes, are_zero_where_nothing_changes) {
    const Baseline base = four_countries();
    Workspace workspace(base);
    const Equilibrium solved = solve_equilibrium(base, {}, {.tolerance = 1e-12}, workspace);

    for (const double slope :
         elasticity_slopes(base, {}, solved, gradient(workspace, welfare_of(0)))) {
        EXPECT_NEAR(slope, 0.0, 1e-10);
    }
}

}  // namespace
}  // namespace entente
