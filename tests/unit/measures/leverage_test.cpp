#include "entente/measures/leverage.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// [eq:leverage-total] [eq:pole-share] [eq:effective-poles]
TEST(Leverage, totals_are_weighted_with_gdp_and_powers_compared) {
    const std::vector<double> gdp{100.0, 50.0, 50.0};

    const auto totals = power_totals({{nan, 0.10, 0.02}, {0.01, nan, 0.02}}, gdp);

    EXPECT_DOUBLE_EQ(totals[0].money, 6.0);
    EXPECT_DOUBLE_EQ(totals[0].share_of_gdp, 0.06);
    EXPECT_DOUBLE_EQ(totals[1].money, 2.0);
    EXPECT_DOUBLE_EQ(totals[0].pole_share, 0.75);
    EXPECT_DOUBLE_EQ(effective_poles(totals), 1.0 / (0.75 * 0.75 + 0.25 * 0.25));
    EXPECT_TRUE(std::isnan(effective_poles({})));
    EXPECT_THROW(power_totals({{0.1}}, gdp), ShapeError);
}

TEST(Leverage, equal_powers_count_as_many_as_they_are) {
    const std::vector<double> gdp{10.0, 10.0};
    const auto totals = power_totals({{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}}, gdp);

    EXPECT_NEAR(effective_poles(totals), 3.0, 1e-12);
}

// [eq:conditional-multipolarity] [eq:cancellation]
TEST(Leverage, leans_spread_where_channels_point_apart) {
    HedgingScore score;
    score.channels[0] = {.is_present = true, .tie = {0.9, 0.5}};
    score.channels[1] = {.is_present = true, .tie = {0.3, 0.7}};
    score.channels[3] = {.is_present = true, .tie = {0.5, 0.5}};

    const auto leans = channel_leans(score);

    EXPECT_EQ(leans->num_channels_present, 3U);
    EXPECT_NEAR(leans->mean, 0.0, 1e-15);
    EXPECT_NEAR(leans->spread, std::sqrt(0.32 / 3.0), 1e-12);
    EXPECT_NEAR(leans->cancellation, 1.0, 1e-12);
    EXPECT_FALSE(leans->lean[2]);
    score.empty_reason = EmptyReason::no_trade;
    EXPECT_FALSE(channel_leans(score));
}

TEST(Leverage, asymmetry_is_above_zero_where_the_country_loses_more) {
    EXPECT_DOUBLE_EQ(leverage_asymmetry(0.05, 0.01), 0.04);
}

}  // namespace
}  // namespace entente
