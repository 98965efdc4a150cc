#include <gmock/gmock.h>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

/// AAA, BBB and CCC, all of which trade; the pairs given stop in all sectors.
Equilibrium without(const std::vector<std::pair<std::size_t, std::size_t>>& stopped) {
    static const Baseline base = make_baseline(World(testing::three_countries()));
    Shock shock{.share_factor = Array3<double>(3, 3, 2, 1.0)};
    for (const auto& [i, n] : stopped) {
        for (std::size_t s = 0; s < 2; ++s) shock.share_factor(i, n, s) = 0.0;
    }
    return solve_equilibrium(base, shock);
}

TEST(OneWayTrade, trade_that_comes_back_is_none) {
    // A circle: AAA sells to BBB, BBB to CCC, CCC to AAA.
    EXPECT_EQ(without({{1, 0}, {2, 1}, {0, 2}}).termination, Termination::converged);
    // CCC trades with nobody.
    EXPECT_EQ(without({{0, 2}, {1, 2}, {2, 0}, {2, 1}}).termination, Termination::converged);
}

TEST(OneWayTrade, a_country_that_sells_nothing_is_found) {
    const Equilibrium found = without({{2, 0}, {2, 1}});

    EXPECT_EQ(found.termination, Termination::one_way_trade);
    EXPECT_THAT(found.message, ::testing::HasSubstr("CCC"));
}

TEST(OneWayTrade, a_country_that_buys_nothing_is_found) {
    EXPECT_EQ(without({{0, 2}, {1, 2}}).termination, Termination::one_way_trade);
}

}  // namespace
}  // namespace entente
