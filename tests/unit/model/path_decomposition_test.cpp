#include "entente/model/equilibrium/path_decomposition.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/shock_path.hpp"
#include "support/random_worlds.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::random_world;
using testing::three_countries;
using testing::two_countries;
using testing::UniformStream;

// The tolerance asked for; parts are up to 1 in size.
constexpr double integration = 1e-9;

/// Tariffs, trade costs, cuts and partial effects at once.
Shock mixed_shock(const Baseline& base, std::uint64_t seed) {
    UniformStream uniform(seed);
    const Array3<double> ones(base.num_countries(), base.num_countries(), base.num_sectors(), 1.0);
    Shock shock{.tariff_rate = base.tariff_rate, .trade_cost_hat = ones, .share_factor = ones};
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            for (std::size_t s = 0; i != n && s < base.num_sectors(); ++s) {
                shock.tariff_rate(i, n, s) = uniform.between(0.0, 0.5);
                shock.trade_cost_hat(i, n, s) = uniform.between(0.8, 1.3);
                const double kind = uniform.between(0.0, 1.0);
                if (kind < 0.2) shock.share_factor(i, n, s) = 0.0;
                if (kind > 0.8) shock.share_factor(i, n, s) = uniform.between(0.2, 3.0);
            }
        }
    }
    return shock;
}

void expect_sums_to_exact_welfare(const Baseline& base, const Shock& shock) {
    const PathDecomposition path = decompose_welfare(base, shock, {.tolerance = integration});

    ASSERT_TRUE(path.is_usable()) << path.message;
    const auto changes = country_changes(base, shock, solve_equilibrium(base, shock));
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(path.countries[n].explained(), std::log(changes[n].welfare_hat),
                    2.0 * integration)
            << base.countries[n];
    }
    EXPECT_LE(path.largest_unexplained, integration);
}

class PathOfEveryClosure : public ::testing::TestWithParam<DeficitMode> {};

TEST_P(PathOfEveryClosure, parts_sum_to_exact_welfare) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const World world(random_world({.num_countries = 5, .num_sectors = 3, .seed = seed}));
        const Baseline base = make_baseline(world, {.deficits = GetParam()});

        expect_sums_to_exact_welfare(base, mixed_shock(base, 100 + seed));
    }
}

TEST_P(PathOfEveryClosure, parts_sum_with_a_supply_elasticity) {
    WorldData data =
        random_world({.num_countries = 6, .num_sectors = 1, .seed = 7, .has_inputs = false});
    const Baseline base =
        make_baseline(World(std::move(data)), {.deficits = GetParam(), .supply_elasticity = 1.24});

    expect_sums_to_exact_welfare(base, mixed_shock(base, 8));
}

INSTANTIATE_TEST_SUITE_P(Deficits, PathOfEveryClosure,
                         ::testing::Values(DeficitMode::balanced, DeficitMode::fixed,
                                           DeficitMode::multiplicative));

/// Error of ln W_hat of the worst country with equal steps.
double error_of(PathMethod method, std::size_t num_steps) {
    static const Baseline base = make_baseline(World(three_countries()));
    Shock shock{.tariff_rate = base.tariff_rate};
    shock.tariff_rate(1, 0, 0) = 0.4;
    shock.tariff_rate(0, 1, 0) = 0.0;
    return decompose_welfare(base, shock, {.method = method, .num_steps = num_steps})
        .largest_unexplained;
}

TEST(PathDecomposition, one_sided_error_halves_with_the_step) {
    const double coarse = error_of(PathMethod::one_sided, 16);
    const double fine = error_of(PathMethod::one_sided, 32);

    EXPECT_GT(coarse, 1e-6);
    EXPECT_NEAR(coarse / fine, 2.0, 0.1);
}

TEST(PathDecomposition, midpoint_error_falls_with_the_square_of_the_step) {
    const double coarse = error_of(PathMethod::midpoint, 16);
    const double fine = error_of(PathMethod::midpoint, 32);

    EXPECT_GT(coarse, 1e-8);
    EXPECT_NEAR(coarse / fine, 4.0, 0.1);
}

TEST(PathDecomposition, no_shock_has_no_parts) {
    const Baseline base = make_baseline(World(three_countries()));

    const PathDecomposition path = decompose_welfare(base, {});

    ASSERT_TRUE(path.is_usable()) << path.message;
    for (const PathParts& parts : path.countries) EXPECT_NEAR(parts.explained(), 0.0, 1e-11);
}

TEST(PathDecomposition, autarky_is_lost_varieties_and_terms_of_trade_alone) {
    const Baseline base = make_baseline(World(two_countries()));
    const Shock cut{.share_factor = Array3<double>(2, 2, 1, 0.0)};

    const PathDecomposition path = decompose_welfare(base, cut);

    ASSERT_TRUE(path.is_usable()) << path.message;
    for (std::size_t n = 0; n < 2; ++n) {
        const PathParts& parts = path.countries[n];
        // Arkolakis, Costinot and Rodriguez-Clare (2012), theta 4.
        EXPECT_NEAR(parts.explained(), std::log(base.trade_share(n, n, 0)) / 4.0, integration);
        EXPECT_LT(parts.varieties, 0.0);
        EXPECT_EQ(parts.volume_of_trade, 0.0);
        EXPECT_EQ(parts.technical_efficiency, 0.0);
        EXPECT_EQ(parts.transfers, 0.0);
        EXPECT_EQ(parts.labour_supply, 0.0);
    }
}

TEST(PathDecomposition, trade_costs_alone_show_as_efficiency) {
    const Baseline base = make_baseline(World(two_countries()));
    const Shock costs{.trade_cost_hat = Array3<double>(2, 2, 1, 1.2)};

    const PathDecomposition path = decompose_welfare(base, costs);

    for (const PathParts& parts : path.countries) {
        EXPECT_LT(parts.technical_efficiency, 0.0);
        EXPECT_EQ(parts.varieties, 0.0);
        EXPECT_EQ(parts.volume_of_trade, 0.0);
    }
}

TEST(PathDecomposition, buyers_without_seller_are_a_status) {
    Baseline base = make_baseline(World(three_countries()));
    base.trade_share(0, 0, 0) = 0.0;
    Shock cut{.share_factor = Array3<double>(3, 3, 2, 1.0)};
    for (std::size_t i = 1; i < 3; ++i) cut.share_factor(i, 0, 0) = 0.0;

    const PathDecomposition path = decompose_welfare(base, cut);

    EXPECT_EQ(path.termination, Termination::no_supplier);
    EXPECT_THAT(path.message, ::testing::HasSubstr("At 1 of the way"));
    EXPECT_TRUE(path.countries.empty());
}

TEST(PathDecomposition, unsolved_remainder_is_stated_when_solves_run_out) {
    const Baseline base = make_baseline(World(three_countries()));
    Shock shock{.tariff_rate = base.tariff_rate};
    shock.tariff_rate(1, 0, 0) = 3.0;

    const PathDecomposition path =
        decompose_welfare(base, shock, {.tolerance = 1e-17, .max_solves = 10});

    ASSERT_TRUE(path.is_usable());
    EXPECT_EQ(path.num_panels, 1U);
    EXPECT_GT(path.largest_unexplained, 0.0);
}

TEST(PathDecomposition, options_out_of_range_are_refused) {
    const Baseline base = make_baseline(World(two_countries()));

    EXPECT_THROW(decompose_welfare(base, {}, {.tolerance = 0.0}), OptionError);
    EXPECT_THROW(decompose_welfare(base, {}, {.num_steps = 0}), OptionError);
}

TEST(ShockPath, goes_from_nothing_to_the_shock) {
    const Baseline base = make_baseline(World(three_countries()));
    const Shock shock = mixed_shock(base, 3);

    const Shock start = shock_on_path(base, shock, 0.0);
    const Shock end = shock_on_path(base, shock, 1.0);

    for (std::size_t k = 0; k < base.tariff_rate.values().size(); ++k) {
        EXPECT_NEAR(start.tariff_rate.values()[k], base.tariff_rate.values()[k], 1e-15);
    }
    EXPECT_THAT(start.trade_cost_hat.values(), ::testing::Each(1.0));
    EXPECT_THAT(start.share_factor.values(), ::testing::Each(1.0));
    EXPECT_EQ(end.tariff_rate, shock.tariff_rate);
    EXPECT_EQ(end.share_factor, shock.share_factor);
}

TEST(ShockPath, halfway_is_the_geometric_mean_of_tariff_factors) {
    const Baseline base = make_baseline(World(two_countries()));
    const Shock shock{.tariff_rate = Array3<double>(2, 2, 1, 0.44)};

    // The tariffs of the world are 0: sqrt(1.44) = 1.2.
    EXPECT_NEAR(shock_on_path(base, shock, 0.5).tariff_rate(0, 1, 0), 0.2, 1e-15);
    // (1 - 1/2)^3 and sqrt(4).
    EXPECT_NEAR(share_factor_on_path(0.0, 0.5), 0.125, 1e-15);
    EXPECT_NEAR(share_factor_on_path(4.0, 0.5), 2.0, 1e-15);
}

TEST(ShockPath, other_shapes_and_places_are_refused) {
    const Baseline base = make_baseline(World(two_countries()));

    EXPECT_THROW(shock_on_path(base, {.share_factor = Array3<double>(1, 1, 1)}, 0.5), ShapeError);
    EXPECT_THROW(shock_on_path(base, {}, 1.5), OptionError);
}

}  // namespace
}  // namespace entente
