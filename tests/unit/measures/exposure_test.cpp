#include "entente/measures/exposure.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::three_countries;
using testing::two_countries;

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

ExposureLoss loss_of(const WorldData& data, std::size_t n, const CutOff& cut_off) {
    const World world(data);
    return closed_form_exposure(world, observed_state(world), n, cut_off);
}

/// AAA buys no goods at home and all of them from BBB.
WorldData aaa_buys_all_goods_from_bbb() {
    WorldData data = three_countries();
    data.trade_flow(0, 0, 0) = 0.0;
    data.trade_flow(2, 0, 0) = 0.0;
    data.gross_output(0, 0) = 30.0;
    data.gross_output(2, 0) = 90.0;
    data.consumption_share = Array2<double>(3, 2, 0.5);
    return data;
}

// [eq:closed-form-exposure]
TEST(Exposure, one_sector_without_inputs_is_solved_by_hand) {
    const ExposureLoss loss = loss_of(two_countries(), 0, {.power = {1}});

    // AAA spends 30 of 110 on BBB and sells it 20 of a GDP of 100; theta is 4.
    EXPECT_NEAR(loss.imports, 1.0 - std::pow(8.0 / 11.0, 0.25), 1e-15);
    EXPECT_NEAR(loss.exports, 0.20 / 5.0, 1e-15);
    EXPECT_NEAR(loss.total, 1.0 - std::pow(8.0 / 11.0, 0.25) * 0.96, 1e-15);
}

// [eq:price-multiplier]
TEST(Exposure, price_multiplier_adds_inputs_of_all_stages_to_consumption) {
    const World world(three_countries());

    const SupplyChainMultipliers multipliers =
        supply_chain_multipliers(world, observed_state(world));

    // Every sector spends .375 on goods and .125 on services, so one unit of spending sets off
    // inputs of twice that over all stages.
    EXPECT_NEAR(multipliers.price(0, 0), 31.25 / 155.0 + 0.75, 1e-15);
    EXPECT_NEAR(multipliers.price(0, 1), 123.75 / 155.0 + 0.25, 1e-15);
}

// [eq:value-added-multiplier]
TEST(Exposure, value_added_multiplier_follows_domestic_inputs_only) {
    const World world(three_countries());

    const SupplyChainMultipliers multipliers =
        supply_chain_multipliers(world, observed_state(world));

    // AAA buys 100 of 140 of its goods and 150 of 160 of its services at home.
    const double domestic_inputs = 0.375 * 100.0 / 140.0 + 0.125 * 150.0 / 160.0;
    EXPECT_NEAR(multipliers.value_added(0, 0), 0.5 / (1.0 - domestic_inputs), 1e-15);
    EXPECT_NEAR(multipliers.value_added(0, 1), 0.5 / (1.0 - domestic_inputs), 1e-15);
}

TEST(Exposure, two_sectors_with_inputs_and_a_tariff_are_solved_by_hand) {
    const ExposureLoss loss = loss_of(three_countries(), 1, {.power = {0}});

    // BBB spends 22 of 132 on goods and 5 of 125 on services of AAA, tariffs included, and sells it
    // 30 and 5 of a GDP of 127.5. Its final demand is 132 - .375 * 255 and 125 - .125 * 255.
    const double final_goods = 132.0 - 0.375 * 255.0;
    const double final_services = 125.0 - 0.125 * 255.0;
    const double all = final_goods + final_services;
    const double log_price = (final_goods / all + 0.75) * -std::log(110.0 / 132.0) / 4.0 +
                             (final_services / all + 0.25) * -std::log(120.0 / 125.0) / 5.0;
    const double domestic_inputs = 0.375 * 80.0 / 132.0 + 0.125 * 120.0 / 125.0;
    const double theta_mean = (30.0 * 4.0 + 5.0 * 5.0) / 35.0;
    EXPECT_NEAR(loss.imports, 1.0 - std::exp(-log_price), 1e-14);
    EXPECT_NEAR(loss.exports, 0.5 / (1.0 - domestic_inputs) * 35.0 / 127.5 / (1.0 + theta_mean),
                1e-14);
}

TEST(Exposure, cut_off_from_everybody_gives_the_gains_from_trade) {
    WorldData data = two_countries();
    data.value_added_share = Array2<double>(2, 1, 0.5);
    data.input_share = Array3<double>(2, 1, 1, 1.0);

    const ExposureLoss loss = loss_of(data, 0, {.power = {1}, .exports = false});

    // Arkolakis, Costinot and Rodriguez-Clare (2012): pi[n,n]^(1 / (gamma theta)) is left.
    EXPECT_NEAR(loss.imports, 1.0 - std::pow(8.0 / 11.0, 1.0 / (0.5 * 4.0)), 1e-15);
}

TEST(Exposure, parts_add_up_by_sector) {
    const ExposureLoss loss = loss_of(three_countries(), 1, {.power = {0}});

    const double theta_mean = (30.0 * 4.0 + 5.0 * 5.0) / 35.0;
    EXPECT_NEAR(sum(loss.import_parts), -std::log(1.0 - loss.imports), 1e-15);
    EXPECT_NEAR(sum(loss.export_parts) / (1.0 + theta_mean), loss.exports, 1e-15);
}

TEST(Exposure, loss_is_zero_without_trade_with_the_power) {
    WorldData data = three_countries();
    for (std::size_t s = 0; s < 2; ++s) {
        data.trade_flow(0, 2, s) = 0.0;
        data.trade_flow(2, 0, s) = 0.0;
    }
    data.gross_output(0, 0) = 120.0;
    data.gross_output(0, 1) = 155.0;
    data.gross_output(2, 0) = 90.0;
    data.gross_output(2, 1) = 90.0;

    const ExposureLoss loss = loss_of(data, 0, {.power = {2}});

    EXPECT_EQ(loss.imports, 0.0);
    EXPECT_EQ(loss.exports, 0.0);
    EXPECT_EQ(loss.total, 0.0);
}

TEST(Exposure, only_seller_of_a_used_sector_takes_everything) {
    const ExposureLoss loss =
        loss_of(aaa_buys_all_goods_from_bbb(), 0, {.power = {1}, .exports = false});

    EXPECT_EQ(loss.imports, 1.0);
    EXPECT_EQ(loss.total, 1.0);
    EXPECT_TRUE(std::isinf(loss.import_parts[0]));
    EXPECT_TRUE(std::isfinite(loss.import_parts[1]));
}

TEST(Exposure, only_seller_of_a_sector_nobody_uses_takes_nothing) {
    WorldData data = aaa_buys_all_goods_from_bbb();
    data.value_added_share = Array2<double>(3, 2, 1.0);
    data.input_share = {};
    data.consumption_share(0, 0) = 0.0;
    data.consumption_share(0, 1) = 1.0;

    const ExposureLoss loss = loss_of(data, 0, {.power = {1}, .sector = 0});

    EXPECT_EQ(loss.imports, 0.0);
    EXPECT_EQ(loss.import_parts[0], 0.0);
}

TEST(Exposure, a_nearly_complete_share_keeps_its_digits) {
    WorldData data = two_countries();
    data.trade_flow(1, 0, 0) = 1e20;
    data.gross_output(1, 0) = 1e20 + 70.0;
    data.consumption_share = Array2<double>(2, 1, 1.0);

    const ExposureLoss loss = loss_of(data, 0, {.power = {1}, .exports = false});

    // 1 - omega = 80 / 1e20 is below the spacing of doubles near one.
    EXPECT_NEAR(loss.import_parts[0], -std::log(80.0 / 1e20) / 4.0, 1e-13);
    EXPECT_LT(loss.imports, 1.0);
}

TEST(Exposure, a_direction_left_out_of_the_cut_off_costs_nothing) {
    const ExposureLoss both = loss_of(three_countries(), 1, {.power = {0}});
    const ExposureLoss imports = loss_of(three_countries(), 1, {.power = {0}, .exports = false});
    const ExposureLoss exports = loss_of(three_countries(), 1, {.power = {0}, .imports = false});

    EXPECT_EQ(imports.exports, 0.0);
    EXPECT_EQ(exports.imports, 0.0);
    EXPECT_EQ(imports.total, both.imports);
    EXPECT_EQ(exports.total, both.exports);
}

TEST(Exposure, a_cut_off_of_one_sector_is_that_part_of_the_whole) {
    const ExposureLoss all = loss_of(three_countries(), 1, {.power = {0}});
    const ExposureLoss goods = loss_of(three_countries(), 1, {.power = {0}, .sector = 0});

    EXPECT_EQ(goods.import_parts[0], all.import_parts[0]);
    EXPECT_EQ(goods.import_parts[1], 0.0);
    EXPECT_DOUBLE_EQ(goods.imports, 1.0 - std::exp(-all.import_parts[0]));
    EXPECT_DOUBLE_EQ(goods.exports, all.export_parts[0] / 5.0);
}

TEST(Exposure, a_member_of_the_power_is_not_cut_from_itself) {
    const ExposureLoss from_group = loss_of(three_countries(), 0, {.power = {0, 1}});
    const ExposureLoss from_fellow = loss_of(three_countries(), 0, {.power = {1}});

    EXPECT_EQ(from_group.total, from_fellow.total);
    EXPECT_EQ(loss_of(three_countries(), 0, {.power = {0}}).total, 0.0);
}

TEST(Exposure, multipliers_at_hand_change_nothing) {
    const World world(three_countries());
    const TradeState state = observed_state(world);
    const SupplyChainMultipliers multipliers = supply_chain_multipliers(world, state);
    const CutOff cut_off{.power = {0, 2}};

    const ExposureLoss direct = closed_form_exposure(world, state, 1, cut_off);
    const ExposureLoss shared = closed_form_exposure(world, state, multipliers, 1, cut_off);

    EXPECT_EQ(direct.total, shared.total);
    EXPECT_EQ(direct.import_parts, shared.import_parts);
    EXPECT_EQ(direct.export_parts, shared.export_parts);
}

TEST(Exposure, a_circle_without_value_added_has_no_figure) {
    WorldData data = three_countries();
    data.consumption_share = Array2<double>(3, 2, 0.5);
    data.value_added_share(1, 0) = 0.0;
    data.input_share(1, 0, 0) = 1.0;
    data.input_share(1, 1, 0) = 0.0;

    const ExposureLoss loss = loss_of(data, 1, {.power = {0}});

    EXPECT_TRUE(std::isnan(loss.imports));
    EXPECT_TRUE(std::isnan(loss.total));
}

TEST(Exposure, positions_outside_the_world_are_refused) {
    EXPECT_THROW(loss_of(two_countries(), 0, {.power = {2}}), ShapeError);
    EXPECT_THROW(loss_of(two_countries(), 2, {.power = {1}}), ShapeError);
    EXPECT_THROW(loss_of(two_countries(), 0, {.power = {1}, .sector = 1}), ShapeError);
}

TEST(Exposure, a_state_of_another_world_is_refused) {
    const World world(two_countries());
    const TradeState other = observed_state(World(three_countries()));

    EXPECT_THROW(closed_form_exposure(world, other, 0, {.power = {1}}), ShapeError);
    EXPECT_THROW(supply_chain_multipliers(world, other), ShapeError);
}

}  // namespace
}  // namespace entente
