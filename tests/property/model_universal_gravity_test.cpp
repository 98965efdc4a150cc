// One-sector worlds against an implementation of universal gravity that shares nothing with the
// engine, with labour that does and does not answer the real wage.

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/study/policy/simpler_worlds.hpp"
#include "entente/world/world_files.hpp"
#include "support/random_worlds.hpp"
#include "support/universal_gravity.hpp"

namespace entente {
namespace {

using testing::GravityModel;
using testing::GravityResult;
using testing::random_world;
using testing::solve_universal_gravity;
using testing::UniformStream;

// The engine stops at residuals of 1e-12 here, the plain iteration at 1e-13.
constexpr double same_figure = 1e-9;
// The value of the Stata package for universal gravity, after Allen et al. (2020).
constexpr double labour_answers = 1.24;

/// Partial effects of -1 to 1 on trade between countries; theta times them is a trade cost.
GravityModel with_random_effects(const World& world, std::uint64_t seed, double psi,
                                 bool is_multiplicative) {
    UniformStream uniform(seed);
    const std::size_t size = world.num_countries();
    GravityModel model{.flow = Array2<double>(size, size),
                       .effect = Array2<double>(size, size, 1.0),
                       .theta = world.trade_elasticity(0),
                       .psi = psi,
                       .is_multiplicative = is_multiplicative};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t n = 0; n < size; ++n) {
            model.flow(i, n) = world.trade_flow()(i, n, 0);
            if (i != n) model.effect(i, n) = std::exp(uniform.between(-1.0, 1.0));
        }
    }
    return model;
}

/// The effects as trade costs from the even countries and as share factors from the odd ones.
Shock as_shock(const GravityModel& model) {
    const std::size_t size = model.flow.rows();
    const Array3<double> ones(size, size, 1, 1.0);
    Shock shock{.trade_cost_hat = ones, .share_factor = ones};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t n = 0; n < size; ++n) {
            const double effect = model.effect(i, n);
            if (i % 2 == 0) shock.trade_cost_hat(i, n, 0) = std::pow(effect, -1.0 / model.theta);
            if (i % 2 == 1) shock.share_factor(i, n, 0) = effect;
        }
    }
    return shock;
}

void expect_same(const World& world, const GravityModel& model) {
    const Baseline base = make_baseline(
        world,
        {.deficits = model.is_multiplicative ? DeficitMode::multiplicative : DeficitMode::fixed,
         .supply_elasticity = model.psi});
    const Shock shock = as_shock(model);

    const Equilibrium ours = solve_equilibrium(base, shock, {.tolerance = 1e-12});
    const GravityResult theirs = solve_universal_gravity(model);

    ASSERT_TRUE(theirs.is_solved);
    ASSERT_TRUE(ours.is_usable()) << ours.message;
    const std::vector<CountryChange> changes = country_changes(base, shock, ours);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        EXPECT_NEAR(ours.wage_hat[n] / theirs.price_hat[n], 1.0, same_figure) << base.countries[n];
        EXPECT_NEAR(changes[n].welfare_hat / theirs.welfare_hat[n], 1.0, same_figure)
            << base.countries[n];
    }
}

/// Every pair trades: without, relative wages of two countries can be left to the last digits.
World one_sector_world(std::size_t num_countries, std::uint64_t seed) {
    WorldData data = random_world({.num_countries = num_countries,
                                   .num_sectors = 1,
                                   .seed = seed,
                                   .has_inputs = false,
                                   .has_tariffs = false});
    constexpr double more = 2.0;
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            if (i == n) continue;
            data.trade_flow(i, n, 0) += more;
            data.gross_output(i, 0) += more;
        }
    }
    return World(std::move(data));
}

void check_random_worlds(double psi, bool is_multiplicative) {
    const std::uint64_t seed = *rc::gen::inRange<std::uint64_t>(0, 1000000);
    const auto size = *rc::gen::inRange<std::size_t>(2, 12);
    const World world = one_sector_world(size, seed);
    const GravityModel model = with_random_effects(world, seed + 1, psi, is_multiplicative);
    // A fixed surplus above what trade earns after the shock leaves less than nothing to spend.
    RC_PRE(solve_universal_gravity(model).least_spending > 0.0);
    expect_same(world, model);
    RC_ASSERT(!::testing::Test::HasFailure());
}

RC_GTEST_PROP(UniversalGravity, additive_deficits_and_fixed_labour, ()) {
    check_random_worlds(0.0, false);
}

RC_GTEST_PROP(UniversalGravity, additive_deficits_and_labour_that_answers, ()) {
    check_random_worlds(labour_answers, false);
}

RC_GTEST_PROP(UniversalGravity, multiplicative_deficits_and_fixed_labour, ()) {
    check_random_worlds(0.0, true);
}

RC_GTEST_PROP(UniversalGravity, multiplicative_deficits_and_labour_that_answers, ()) {
    check_random_worlds(labour_answers, true);
}

TEST(UniversalGravity, the_world_of_2023_in_one_sector_is_the_same) {
    const World world = detail::with_one_sector(
        read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/world-2023"), 5.0);
    WorldData data = world.data();
    // The plain model has no tariffs.
    data.tariff_rate = Array3<double>(world.num_countries(), world.num_countries(), 1);
    const World free(std::move(data));

    for (const double psi : {0.0, labour_answers}) {
        for (const bool is_multiplicative : {false, true}) {
            expect_same(free, with_random_effects(free, 5, psi, is_multiplicative));
        }
    }
}

}  // namespace
}  // namespace entente
