#include "entente/realignment/landscape/weight_draws.hpp"

#include <gtest/gtest.h>

#include "entente/base/error.hpp"

namespace entente {
namespace {

/// Powers 0 and 1 shun each other in both parts; state 2 is drawn to 0 by the first part and to 1
/// by the second, state 3 by neither.
std::vector<PropensityPart> torn() {
    std::vector<PropensityPart> parts{{"one", Array2<double>(4, 4)}, {"two", Array2<double>(4, 4)}};
    for (PropensityPart& part : parts) part.values(0, 1) = part.values(1, 0) = -1.0;
    parts[0].values(0, 2) = parts[0].values(2, 0) = 1.0;
    parts[1].values(1, 2) = parts[1].values(2, 1) = 1.0;
    return parts;
}

const std::vector<double> equal_sizes(4, 1.0);

// The side of the torn state is decided by which of two weights with equal chances is larger.
TEST(WeightDraws, a_state_torn_between_equal_claims_lands_on_each_side_half_the_time) {
    const WeightDraws draws = draw_weights(equal_sizes, torn(), 0, 1, 2000, 7);

    // Four standard errors of a share of one half in 2,000 draws.
    EXPECT_NEAR(draws.actors[2].with_first, 0.5, 0.045);
    EXPECT_NEAR(draws.actors[2].with_first + draws.actors[2].with_second, 1.0, 1e-12);
    EXPECT_EQ(draws.actors[3].undecided, 1.0);
    EXPECT_EQ(draws.actors[0].with_first, 1.0);
    EXPECT_EQ(draws.actors[1].with_second, 1.0);
    EXPECT_EQ(draws.one_minimum_share, 1.0);
    EXPECT_EQ(draws.powers_apart_share, 1.0);
}

// m = 2 (w1 - w2), with w1 uniform from 0 to 1: margins spread evenly from -2 to 2.
TEST(WeightDraws, margins_toward_the_first_power_follow_the_weights) {
    const CampShare torn_state = draw_weights(equal_sizes, torn(), 0, 1, 4000, 3).actors[2];

    EXPECT_NEAR(torn_state.margin_low, -1.8, 0.06);
    EXPECT_NEAR(torn_state.margin_median, 0.0, 0.13);
    EXPECT_NEAR(torn_state.margin_high, 1.8, 0.06);
}

TEST(WeightDraws, do_not_depend_on_threads) {
    EXPECT_EQ(draw_weights(equal_sizes, torn(), 0, 1, 100, 7, 1),
              draw_weights(equal_sizes, torn(), 0, 1, 100, 7, 3));
    EXPECT_NE(draw_weights(equal_sizes, torn(), 0, 1, 100, 7),
              draw_weights(equal_sizes, torn(), 0, 1, 100, 8));
}

TEST(WeightDraws, weighted_propensities_add_up_parts) {
    const auto sum = weighted_propensities(torn(), {0.25, 0.75});

    EXPECT_DOUBLE_EQ(sum(0, 1), -1.0);
    EXPECT_DOUBLE_EQ(sum(0, 2), 0.25);
    EXPECT_DOUBLE_EQ(sum(2, 1), 0.75);
}

TEST(WeightDraws, refuses_requests_without_sense) {
    EXPECT_THROW(draw_weights(equal_sizes, torn(), 0, 0, 10, 1), OptionError);
    EXPECT_THROW(draw_weights(equal_sizes, torn(), 0, 9, 10, 1), OptionError);
    EXPECT_THROW(draw_weights(equal_sizes, torn(), 0, 1, 0, 1), OptionError);
    EXPECT_THROW(weighted_propensities(torn(), {1.0}), ShapeError);
    auto uneven = torn();
    uneven[1].values = Array2<double>(3, 3);
    EXPECT_THROW(weighted_propensities(uneven, {0.5, 0.5}), ShapeError);
}

}  // namespace
}  // namespace entente
