#include "entente/numerics/rank_correlation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

TEST(RankCorrelation, only_the_order_counts) {
    const std::vector<double> x{1.0, 2.0, 3.0, 4.0};
    const std::vector<double> cubes{1.0, 8.0, 27.0, 64.0};
    const std::vector<double> falling{4.0, 3.0, 2.0, -100.0};

    EXPECT_DOUBLE_EQ(rank_correlation(x, cubes), 1.0);
    EXPECT_DOUBLE_EQ(rank_correlation(x, falling), -1.0);
}

TEST(RankCorrelation, follows_the_textbook_formula_without_ties) {
    // 1 - 6 sum d^2 / (n (n^2 - 1)); ranks 0..4 against 1 0 3 2 4, sum d^2 = 4.
    const std::vector<double> x{10.0, 20.0, 30.0, 40.0, 50.0};
    const std::vector<double> y{2.0, 1.0, 4.0, 3.0, 5.0};

    EXPECT_DOUBLE_EQ(rank_correlation(x, y), 1.0 - 6.0 * 4.0 / (5.0 * 24.0));
}

TEST(RankCorrelation, ties_share_the_mean_of_their_ranks) {
    // Ranks 0.5 0.5 2 against 0 1 2: covariance 1.5, variances 1.5 and 2.
    const std::vector<double> x{7.0, 7.0, 9.0};
    const std::vector<double> y{1.0, 2.0, 3.0};

    EXPECT_DOUBLE_EQ(rank_correlation(x, y), 1.5 / std::sqrt(1.5 * 2.0));
}

TEST(RankCorrelation, says_nothing_without_variation_and_refuses_other_lengths) {
    const std::vector<double> flat{1.0, 1.0};
    const std::vector<double> two{1.0, 2.0};
    const std::vector<double> one{1.0};

    EXPECT_TRUE(std::isnan(rank_correlation(flat, two)));
    EXPECT_TRUE(std::isnan(rank_correlation(one, one)));
    EXPECT_THROW(rank_correlation(one, two), ShapeError);
}

}  // namespace
}  // namespace entente
