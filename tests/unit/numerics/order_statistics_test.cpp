#include "entente/numerics/order_statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

TEST(OrderStatistics, quantiles_are_linear_between_values) {
    EXPECT_DOUBLE_EQ(quantile({4.0, 1.0, 3.0, 2.0}, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantile({4.0, 1.0, 3.0, 2.0}, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(quantile({4.0, 1.0, 3.0, 2.0}, 1.0), 4.0);
    EXPECT_DOUBLE_EQ(quantile({0.0, 10.0}, 0.05), 0.5);
}

TEST(OrderStatistics, no_values_have_no_quantile) {
    EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
    EXPECT_TRUE(std::isnan(mid_rank_percentile({}, 1.0)));
    EXPECT_TRUE(std::isnan(robust_scale({}).center));
}

TEST(OrderStatistics, equal_values_share_the_middle_of_their_ranks) {
    const std::vector<double> sorted{0.0, 0.0, 0.0, 5.0};

    EXPECT_DOUBLE_EQ(mid_rank_percentile(sorted, 0.0), 1.5 / 4.0);
    EXPECT_DOUBLE_EQ(mid_rank_percentile(sorted, 5.0), 3.5 / 4.0);
    EXPECT_DOUBLE_EQ(mid_rank_percentile(sorted, -1.0), 0.0);
    EXPECT_DOUBLE_EQ(mid_rank_percentile(sorted, 9.0), 1.0);
}

TEST(OrderStatistics, one_odd_value_does_not_move_a_robust_score) {
    const std::vector<double> plain{1.0, 2.0, 3.0, 4.0, 5.0};
    const std::vector<double> odd{1.0, 2.0, 3.0, 4.0, 5e9};

    EXPECT_DOUBLE_EQ(robust_scale(plain).center, 3.0);
    EXPECT_DOUBLE_EQ(robust_scale(plain).width, 1.4826);
    EXPECT_DOUBLE_EQ(robust_scale(odd).z(4.0), robust_scale(plain).z(4.0));
}

}  // namespace
}  // namespace entente
