#include "entente/measures/reallocation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

constexpr double exact = 1e-15;

// Shares of two partners: 1/2 and 1/2, then 3/4 and 1/4, then the same.
TEST(Reallocation, speed_is_half_the_sum_of_changes_of_shares) {
    Array2<double> imports(2, 3);
    imports(0, 0) = imports(1, 0) = 10.0;
    imports(0, 1) = 30.0;
    imports(1, 1) = 10.0;
    imports(0, 2) = 3.0;
    imports(1, 2) = 1.0;

    EXPECT_THAT(reallocation_speed(imports), ElementsAre(0.25, 0.0));
    EXPECT_THAT(reallocation_speed(imports, 2), ElementsAre(0.25));
}

TEST(Reallocation, rolling_sums_end_at_each_period) {
    Array2<double> values(1, 4);
    for (std::size_t t = 0; t < 4; ++t) values(0, t) = static_cast<double>(t + 1);

    const Array2<double> sums = rolling_sums(values, 3);

    ASSERT_EQ(sums.columns(), 2U);
    EXPECT_EQ(sums(0, 0), 6.0);
    EXPECT_EQ(sums(0, 1), 9.0);
    EXPECT_THROW(rolling_sums(values, 5), ShapeError);
}

// x = -1.5 -.5 .5 1.5, y = 0 1 0 1: slope 1/5 = (0 - .5 + 0 + 1.5)/5, e = -.2 .6 -.6 .2,
// x e = .3 -.3 -.3 .3: S0 = .36, S1 = -.09; with one lag S0 + S1 = .27.
TEST(Reallocation, error_of_the_slope_is_that_of_newey_and_west) {
    const std::vector<double> series{0.0, 1.0, 0.0, 1.0};

    const Trend white = trend(series, 0);
    const Trend robust = trend(series, 1);

    EXPECT_NEAR(white.slope, 0.2, exact);
    EXPECT_NEAR(white.standard_error, std::sqrt(0.36) / 5.0, exact);
    EXPECT_NEAR(robust.standard_error, std::sqrt(0.27) / 5.0, exact);
    EXPECT_THROW(trend(series, 4), ShapeError);
    EXPECT_THROW(trend(std::vector<double>{1.0, 2.0}, 0), ShapeError);
}

TEST(Reallocation, lags_grow_slowly_with_the_series) {
    EXPECT_EQ(usual_lags(100), 4U);
    EXPECT_EQ(usual_lags(16), 2U);
}

// Of the 24 orders of four different numbers one alone rises as much as the sorted one.
TEST(Reallocation, rising_series_beats_nearly_all_other_orders) {
    const std::vector<double> rising{1.0, 2.0, 3.0, 4.0};
    constexpr std::size_t many = 24000;

    const PlaceboRank rank = permuted_order_rank(rising, 1, many, 1);

    // Three standard deviations of a share of 1/24 in that many draws.
    EXPECT_NEAR(rank.share_at_least, 1.0 / 24.0, 0.004);
    EXPECT_EQ(permuted_order_rank(rising, 1, many, 1).share_at_least, rank.share_at_least);
}

TEST(Reallocation, one_block_has_one_order) {
    const std::vector<double> series{1.0, 2.0, 3.0};

    EXPECT_EQ(permuted_order_rank(series, 3, 99, 1).share_at_least, 1.0);
}

TEST(Reallocation, last_window_is_ranked_among_all) {
    const std::vector<double> series{3.0, 2.0, 1.0, 2.0, 4.0};

    const PlaceboRank rank = last_window_rank(series, 3);

    EXPECT_EQ(rank.num_placebos, 3U);
    EXPECT_THAT(rank.share_at_least, DoubleNear(1.0 / 3.0, exact));
    EXPECT_THROW(last_window_rank(series, 2), ShapeError);
    EXPECT_THROW(last_window_rank(series, 6), ShapeError);
}

}  // namespace
}  // namespace entente
