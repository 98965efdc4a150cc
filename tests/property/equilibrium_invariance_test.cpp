// Losses solved in general equilibrium do not depend on how a world is told: the order of its
// countries, the unit of its money, or a country in two identical halves.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "entente/study/exposure/side_losses.hpp"
#include "support/changed_worlds.hpp"
#include "support/random_worlds.hpp"

namespace entente::detail {
namespace {

using namespace entente::testing;

// Solves end at a residual of 1e-10; losses of a few percent follow to about ten times that.
constexpr double solver = 1e-8;

WorldData any_world(std::uint64_t seed) {
    return random_world({.num_countries = 4, .num_sectors = 3, .seed = seed});
}

SideLosses loss(const WorldData& data, const std::vector<std::size_t>& countries,
                const std::vector<std::size_t>& power) {
    const World world(data);
    return EquilibriumLosses(world).of({{countries, power}}, {}, 1).front();
}

class EquilibriumInvariance : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(EquilibriumInvariance, the_order_of_countries_changes_nothing) {
    const WorldData data = any_world(GetParam());

    const SideLosses one = loss(data, {0}, {1});
    const SideLosses reordered = loss(with_countries(data, {2, 1, 3, 0}), {3}, {1});

    ASSERT_TRUE(std::isfinite(one.countries));
    EXPECT_NEAR(reordered.countries, one.countries, solver);
    EXPECT_NEAR(reordered.power, one.power, solver);
}

TEST_P(EquilibriumInvariance, the_unit_of_money_changes_nothing) {
    const WorldData data = any_world(GetParam());

    const SideLosses one = loss(data, {0}, {1});
    const SideLosses in_thousands = loss(in_other_money(data, 1000.0), {0}, {1});

    EXPECT_NEAR(in_thousands.countries, one.countries, solver);
    EXPECT_NEAR(in_thousands.power, one.power, solver);
}

TEST_P(EquilibriumInvariance, a_third_country_in_two_halves_changes_nothing) {
    const WorldData data = any_world(GetParam());

    const SideLosses one = loss(data, {0}, {1});
    const SideLosses split = loss(with_countries(data, {0, 1, 2, 3, 3}), {0}, {1});

    EXPECT_NEAR(split.countries, one.countries, solver);
    EXPECT_NEAR(split.power, one.power, solver);
}

TEST_P(EquilibriumInvariance, a_power_in_two_halves_is_the_same_power) {
    const WorldData data = any_world(GetParam());

    const SideLosses one = loss(data, {0}, {1});
    const SideLosses split = loss(with_countries(data, {0, 1, 2, 3, 1}), {0}, {1, 4});

    EXPECT_NEAR(split.countries, one.countries, solver);
    EXPECT_NEAR(split.power, one.power, solver);
}

INSTANTIATE_TEST_SUITE_P(Worlds, EquilibriumInvariance, ::testing::Values(3, 14, 15, 92, 65));

}  // namespace
}  // namespace entente::detail
