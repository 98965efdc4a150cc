#include "entente/model/equilibrium/one_way_trade.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

/// AAA, BBB and CCC, all of which trade; the pairs given stop in all sectors.
std::optional<OneWayTrade> without(
    const Baseline& base, const std::vector<std::pair<std::size_t, std::size_t>>& stopped) {
    Shock shock{.share_factor = Array3<double>(3, 3, 2, 1.0)};
    for (const auto& [i, n] : stopped) {
        for (std::size_t s = 0; s < 2; ++s) shock.share_factor(i, n, s) = 0.0;
    }
    return find_one_way_trade(base, shock);
}

TEST(OneWayTrade, trade_that_comes_back_is_none) {
    const Baseline base = make_baseline(World(testing::three_countries()));

    EXPECT_FALSE(find_one_way_trade(base, {}));
    // A circle: AAA sells to BBB, BBB to CCC, CCC to AAA.
    EXPECT_FALSE(without(base, {{1, 0}, {2, 1}, {0, 2}}));
    // CCC trades with nobody.
    EXPECT_FALSE(without(base, {{0, 2}, {1, 2}, {2, 0}, {2, 1}}));
}

TEST(OneWayTrade, a_country_that_sells_nothing_is_found) {
    const Baseline base = make_baseline(World(testing::three_countries()));

    const auto found = without(base, {{2, 0}, {2, 1}});

    ASSERT_TRUE(found);
    EXPECT_EQ(found->origin, "AAA");
    EXPECT_EQ(found->destination, "CCC");
}

TEST(OneWayTrade, a_country_that_buys_nothing_is_found) {
    const Baseline base = make_baseline(World(testing::three_countries()));

    const auto found = without(base, {{0, 2}, {1, 2}});

    ASSERT_TRUE(found);
    EXPECT_EQ(found->origin, "CCC");
}

// Wages run apart until the trade that cannot be paid for is below the tolerance: no equilibrium.
TEST(OneWayTrade, a_search_ends_only_where_the_trade_is_too_small_to_see) {
    const Baseline base = make_baseline(World(testing::two_countries()));
    Shock shock{.share_factor = Array3<double>(2, 2, 1, 1.0)};
    shock.share_factor(0, 1, 0) = 0.0;

    ASSERT_TRUE(find_one_way_trade(base, shock));
    for (const double tolerance : {1e-6, 1e-8, 1e-10}) {
        const Equilibrium solved = solve_equilibrium(base, shock, {.tolerance = tolerance});
        if (!solved.is_usable()) continue;
        const double flow = trade_state(base, shock, solved).trade_flow(1, 0, 0);
        EXPECT_LT(flow / solved.income_new[0], 2.0 * tolerance);
    }
}

TEST(OneWayTrade, other_shapes_are_refused) {
    const Baseline base = make_baseline(World(testing::two_countries()));

    EXPECT_THROW(find_one_way_trade(base, {.share_factor = Array3<double>(1, 1, 1)}), ShapeError);
}

}  // namespace
}  // namespace entente
