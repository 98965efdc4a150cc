#include "entente/measures/look_through.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "entente/base/error.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::three_countries;
using testing::two_countries;

const std::vector<std::size_t> bbb{1};
const std::vector<std::size_t> everybody{0, 1, 2};

/// The two countries with half of all cost spent on inputs.
WorldData two_countries_with_inputs() {
    WorldData data = two_countries();
    data.value_added_share = Array2<double>(2, 1, 0.5);
    data.input_share = Array3<double>(2, 1, 1, 1.0);
    return data;
}

InputReliance reliance_of(const WorldData& data, const std::vector<std::size_t>& power) {
    const World world(data);
    return input_reliance(world, observed_state(world), power);
}

// [eq:face-value]
TEST(LookThrough, face_value_is_the_direct_coefficient) {
    const InputReliance reliance = reliance_of(three_countries(), {0});

    // BBB spends .375 of output on goods, 22 of 132 of it on AAA with a tariff of 10 percent in
    // it, and .125 on services, 5 of 125 of it on AAA.
    const double expected = 0.375 * (22.0 / 132.0) / 1.1 + 0.125 * 5.0 / 125.0;
    EXPECT_NEAR(reliance.face_value(1, 0), expected, 1e-16);
    EXPECT_NEAR(reliance.face_value(1, 1), expected, 1e-16);
}

// [eq:look-through]
TEST(LookThrough, two_countries_are_solved_by_hand) {
    const InputReliance reliance = reliance_of(two_countries_with_inputs(), bbb);

    // y_A = 3/22 (1 + y_B) + 4/11 y_A and y_B = 7/18 (1 + y_B) + 1/9 y_A.
    EXPECT_TRUE(reliance.converged);
    EXPECT_NEAR(reliance.face_value(0, 0), 3.0 / 22.0, 1e-15);
    EXPECT_NEAR(reliance.look_through(0, 0), 27.0 / 74.0, 1e-13);
    EXPECT_NEAR(reliance.look_through(1, 0), 26.0 / 37.0, 1e-13);
}

// [eq:value-added-form]
TEST(LookThrough, value_added_of_two_countries_is_solved_by_hand) {
    const InputReliance of_bbb = reliance_of(two_countries_with_inputs(), bbb);
    const InputReliance of_aaa = reliance_of(two_countries_with_inputs(), {0});

    EXPECT_NEAR(of_bbb.value_added(0, 0), 27.0 / 148.0, 1e-13);
    EXPECT_NEAR(of_bbb.value_added(1, 0), 63.0 / 74.0, 1e-13);
    EXPECT_NEAR(of_bbb.value_added(0, 0) + of_aaa.value_added(0, 0), 1.0, 1e-13);
}

TEST(LookThrough, a_world_without_inputs_relies_on_nobody) {
    const InputReliance reliance = reliance_of(two_countries(), bbb);

    EXPECT_TRUE(reliance.converged);
    EXPECT_EQ(reliance.face_value(0, 0), 0.0);
    EXPECT_EQ(reliance.look_through(0, 0), 0.0);
    EXPECT_EQ(reliance.value_added(0, 0), 0.0);
    EXPECT_EQ(reliance.value_added(1, 0), 1.0);
}

TEST(LookThrough, series_and_inverse_agree) {
    const World world(three_countries());
    const TradeState state = observed_state(world);

    const InputReliance series = input_reliance(world, state, bbb);
    const InputReliance inverse = input_reliance_reference(world, state, bbb);

    for (std::size_t k = 0; k < series.look_through.values().size(); ++k) {
        EXPECT_NEAR(series.face_value.values()[k], inverse.face_value.values()[k], 1e-12);
        EXPECT_NEAR(series.look_through.values()[k], inverse.look_through.values()[k], 1e-12);
        EXPECT_NEAR(series.value_added.values()[k], inverse.value_added.values()[k], 1e-12);
    }
}

TEST(LookThrough, an_endless_circle_is_reported_and_not_shown_as_a_figure) {
    WorldData data = three_countries();
    data.consumption_share = Array2<double>(3, 2, 0.5);
    data.value_added_share(1, 1) = 0.0;
    data.input_share(1, 0, 1) = 0.0;
    data.input_share(1, 1, 1) = 1.0;
    data.trade_flow(0, 1, 1) = 0.0;
    data.gross_output(0, 1) = 155.0;

    EXPECT_FALSE(reliance_of(data, bbb).converged);
}

// [eq:country-reliance]
TEST(LookThrough, country_figures_weight_sectors_with_output) {
    const World world(three_countries());
    const TradeState state = observed_state(world);
    InputReliance reliance = input_reliance(world, state, bbb);
    reliance.face_value(0, 0) = 0.1;
    reliance.face_value(0, 1) = 0.2;
    reliance.look_through(0, 0) = 0.3;
    reliance.look_through(0, 1) = 0.4;

    const CountryReliance of_aaa = country_reliance(world, state, reliance, 0);

    EXPECT_NEAR(of_aaa.face_value, (130.0 * 0.1 + 160.0 * 0.2) / 290.0, 1e-15);
    EXPECT_NEAR(of_aaa.look_through, (130.0 * 0.3 + 160.0 * 0.4) / 290.0, 1e-15);
    EXPECT_NEAR(of_aaa.hidden_ratio, of_aaa.look_through / of_aaa.face_value, 1e-15);
}

TEST(LookThrough, final_spending_is_all_value_added_where_no_duty_is_paid) {
    WorldData data = three_countries();
    data.tariff_rate(0, 1, 0) = 0.0;
    const World world(data);
    const TradeState state = observed_state(world);

    const InputReliance of_all = input_reliance(world, state, everybody);

    EXPECT_NEAR(country_reliance(world, state, of_all, 0).final_spending, 1.0, 1e-13);
}

TEST(LookThrough, a_duty_on_final_goods_is_nobodys_value_added) {
    WorldData data = two_countries();
    data.tariff_rate(1, 0, 0) = 0.5;
    const World world(data);
    const TradeState state = observed_state(world);

    const InputReliance of_bbb = input_reliance(world, state, bbb);

    // AAA spends 80 at home and 45 on goods of BBB worth 30.
    EXPECT_NEAR(country_reliance(world, state, of_bbb, 0).final_spending, 30.0 / 125.0, 1e-15);
}

TEST(LookThrough, no_ratio_is_given_where_nothing_is_bought_directly) {
    const World world(two_countries());
    const TradeState state = observed_state(world);

    const InputReliance reliance = input_reliance(world, state, bbb);

    EXPECT_TRUE(std::isnan(country_reliance(world, state, reliance, 0).hidden_ratio));
}

TEST(LookThrough, positions_outside_the_world_are_refused) {
    const World world(two_countries());
    const TradeState state = observed_state(world);
    const std::vector<std::size_t> outside{2};

    EXPECT_THROW(input_reliance(world, state, outside), ShapeError);
    EXPECT_THROW(input_reliance_reference(world, state, outside), ShapeError);
    EXPECT_THROW(country_reliance(world, state, input_reliance(world, state, bbb), 2), ShapeError);
}

}  // namespace
}  // namespace entente
