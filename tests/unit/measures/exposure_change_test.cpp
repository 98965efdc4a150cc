#include "entente/measures/exposure_change.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/measures/exposure.hpp"
#include "support/random_worlds.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using namespace testing;

struct Dated {
    explicit Dated(const WorldData& data) : world(data), state(observed_state(world)) {}
    ExposureAt at(std::size_t n, std::vector<std::size_t> power) const {
        return {world, state, n, std::move(power)};
    }
    World world;
    TradeState state;
};

double sum_of_parts(const ExposureChange& change) {
    return change.partner_share + change.sector_mix + change.supply_chains + change.elasticity;
}

// [eq:exposure-change]
TEST(ExposureChange, parts_add_up_and_losses_are_those_of_the_closed_form) {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const Dated then(random_world({.num_countries = 4, .num_sectors = 3, .seed = seed}));
        const Dated now(random_world({.num_countries = 5, .num_sectors = 3, .seed = seed + 100}));

        const ExposureChange change = exposure_change(then.at(0, {1, 2}), now.at(0, {2, 3}));

        EXPECT_NEAR(sum_of_parts(change), change.change, 1e-12);
        EXPECT_NEAR(change.loss_then,
                    closed_form_exposure(then.world, then.state, 0, {.power = {1, 2}}).total,
                    1e-12);
        EXPECT_NEAR(change.loss_now,
                    closed_form_exposure(now.world, now.state, 0, {.power = {2, 3}}).total, 1e-12);
        EXPECT_NEAR(change.change, std::log1p(-change.loss_then) - std::log1p(-change.loss_now),
                    1e-12);
    }
}

TEST(ExposureChange, the_same_world_twice_changes_nothing) {
    const Dated one(three_countries());

    const ExposureChange change = exposure_change(one.at(0, {1}), one.at(0, {1}));

    EXPECT_EQ(change.change, 0.0);
    EXPECT_EQ(change.partner_share, 0.0);
}

TEST(ExposureChange, only_what_changed_has_a_part) {
    const Dated then(three_countries());
    WorldData harder = three_countries();
    for (Sector& sector : harder.sectors) sector.trade_elasticity /= 2.0;
    const Dated now(harder);

    const ExposureChange change = exposure_change(then.at(0, {1}), now.at(0, {1}));

    EXPECT_GT(change.elasticity, 0.0);
    EXPECT_NEAR(change.elasticity, change.change, 1e-14);
    EXPECT_NEAR(change.partner_share, 0.0, 1e-14);
    EXPECT_NEAR(change.sector_mix, 0.0, 1e-14);
    EXPECT_NEAR(change.supply_chains, 0.0, 1e-14);
}

TEST(ExposureChange, one_sector_without_inputs_is_worked_out_by_hand) {
    const Dated then(two_countries());
    WorldData other = two_countries();
    other.trade_flow(1, 0, 0) = 20.0;
    other.trade_flow(1, 1, 0) = 80.0;
    const Dated now(other);

    const ExposureChange change = exposure_change(then.at(0, {1}), now.at(0, {1}));

    // Imports: 3 of 11 bought abroad, then 2 of 10. Exports stay a fifth of output over 1 + 4.
    const double bought = (std::log(1.0 - 3.0 / 11.0) - std::log(1.0 - 0.2)) / 4.0;
    EXPECT_NEAR(change.change, bought, 1e-12);
    EXPECT_NEAR(change.partner_share, bought, 1e-12);
}

TEST(ExposureChange, worlds_of_other_sectors_are_refused) {
    const Dated then(two_countries());
    const Dated now(three_countries());

    EXPECT_THROW(exposure_change(then.at(0, {1}), now.at(0, {1})), ShapeError);
    EXPECT_THROW(exposure_change(now.at(0, {7}), now.at(0, {1})), ShapeError);
}

// [eq:connector]
TEST(Connector, counts_sectors_in_which_both_shares_rise) {
    const Dated then(three_countries());
    WorldData data = three_countries();
    // AAA sells twice as many goods to BBB and buys twice as many from CCC; services stay.
    data.trade_flow(0, 1, 0) = 40.0;
    data.trade_flow(0, 0, 0) = 80.0;
    data.trade_flow(2, 0, 0) = 20.0;
    data.trade_flow(2, 2, 0) = 50.0;
    const Dated now(data);

    const ConnectorScore connector = connector_score(then.at(0, {1}), {2}, now.at(0, {1}), {2});

    // Its share in the goods BBB buys abroad: 20 of 50, then 40 of 70. The share of CCC in the
    // goods AAA buys abroad: 10 of 40, then 20 of 50. Services, 5 of 45 of its sales, do not rise.
    const double both = std::min(std::log(40.0 / 70.0 / 0.4), std::log(0.4 / 0.25));
    EXPECT_NEAR(connector.connected_share, 40.0 / 45.0, 1e-12);
    EXPECT_NEAR(connector.score, both * 40.0 / 45.0, 1e-12);
}

TEST(Connector, the_same_world_twice_connects_nothing) {
    const Dated one(three_countries());

    EXPECT_EQ(connector_score(one.at(0, {1}), {2}, one.at(0, {1}), {2}).score, 0.0);
}

}  // namespace
}  // namespace entente
