#include "entente/measures/trade_links.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::three_countries;
using testing::two_countries;

const std::vector<std::size_t> bbb{1};
const std::vector<std::size_t> duo{0, 1};

WorldData without_foreign_trade() {
    WorldData data = two_countries();
    data.trade_flow(0, 1, 0) = 0.0;
    data.trade_flow(1, 0, 0) = 0.0;
    data.gross_output(0, 0) = 80.0;
    data.gross_output(1, 0) = 70.0;
    return data;
}

// [eq:trade-share-with-power]
TEST(TradeLinks, shares_compare_foreign_trade_net_of_tariffs) {
    const TradeState state = observed_state(World(three_countries()));

    const TradeShares shares = trade_shares(state, 0, bbb);

    // AAA sells 20 + 5 to BBB and 10 + 5 to CCC, buys 30 + 5 from BBB and 10 + 5 from CCC.
    EXPECT_DOUBLE_EQ(shares.exports, 25.0 / 40.0);
    EXPECT_DOUBLE_EQ(shares.imports, 35.0 / 50.0);
    EXPECT_DOUBLE_EQ(shares.trade, 60.0 / 90.0);
}

TEST(TradeLinks, a_member_of_a_power_counts_its_fellows_and_not_itself) {
    const TradeState state = observed_state(World(three_countries()));

    const TradeShares as_member = trade_shares(state, 0, duo);
    const TradeShares as_outsider = trade_shares(state, 2, duo);

    EXPECT_DOUBLE_EQ(as_member.exports, trade_shares(state, 0, bbb).exports);
    EXPECT_DOUBLE_EQ(as_outsider.trade, 1.0);
}

TEST(TradeLinks, a_country_without_foreign_trade_has_no_shares) {
    const World world(without_foreign_trade());
    const TradeState state = observed_state(world);

    EXPECT_TRUE(std::isnan(trade_shares(state, 0, bbb).exports));
    EXPECT_TRUE(std::isnan(trade_shares(state, 0, bbb).trade));
    EXPECT_TRUE(std::isnan(effective_partners(state, 0)));
    EXPECT_TRUE(std::isnan(quality_shares(world, 0).observed));
}

// [eq:effective-partners]
TEST(TradeLinks, effective_partners_is_the_inverse_of_summed_squares) {
    const TradeState state = observed_state(World(three_countries()));

    // AAA trades 60 with BBB and 30 with CCC: 1 / (4/9 + 1/9).
    EXPECT_DOUBLE_EQ(effective_partners(state, 0), 9.0 / 5.0);
    EXPECT_DOUBLE_EQ(effective_partners(observed_state(World(two_countries())), 0), 1.0);
}

// [eq:quality-shares]
TEST(TradeLinks, quality_is_weighted_by_value_in_both_directions) {
    const World world(three_countries());

    const QualityShares of_all = quality_shares(world, 0);
    const QualityShares with_bbb = quality_shares(world, 0, bbb);

    // Only the 10 of goods that AAA buys from CCC are estimated, of 90 in all.
    EXPECT_DOUBLE_EQ(of_all.estimated, 10.0 / 90.0);
    EXPECT_DOUBLE_EQ(of_all.observed, 80.0 / 90.0);
    EXPECT_DOUBLE_EQ(of_all.scaled, 0.0);
    EXPECT_DOUBLE_EQ(with_bbb.estimated, 0.0);
}

TEST(TradeLinks, scaled_cells_are_counted_apart) {
    WorldData data = three_countries();
    data.trade_quality(0, 1, 0) = Quality::scaled;

    EXPECT_DOUBLE_EQ(quality_shares(World(data), 0, bbb).scaled, 20.0 / 60.0);
}

TEST(TradeLinks, positions_outside_the_world_are_refused) {
    const World world(two_countries());
    const TradeState state = observed_state(world);
    const std::vector<std::size_t> outside{2};

    EXPECT_THROW(trade_shares(state, 0, outside), ShapeError);
    EXPECT_THROW(trade_shares(state, 2, bbb), ShapeError);
    EXPECT_THROW(effective_partners(state, 2), ShapeError);
    EXPECT_THROW(quality_shares(world, 2), ShapeError);
}

}  // namespace
}  // namespace entente
