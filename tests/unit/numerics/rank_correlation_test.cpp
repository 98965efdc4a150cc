#include "entente/numerics/rank_correlation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Values = std::vector<double>;

TEST(RankCorrelation, tau_b_by_hand) {
    // Of six pairs five agree and one does not.
    EXPECT_DOUBLE_EQ(kendall_tau_b(Values{1, 2, 3, 4}, Values{1, 2, 4, 3}), 4.0 / 6.0);
    // Ties in x: pairs (1,2) and (3,4) of x; three of the remaining four agree, one is tied in y.
    EXPECT_DOUBLE_EQ(kendall_tau_b(Values{1, 1, 2, 2}, Values{1, 2, 2, 3}),
                     3.0 / std::sqrt(4.0 * 5.0));
}

TEST(RankCorrelation, untied_scores_cannot_reach_one_against_the_article_s_six_words) {
    // High 4, Medium-High 3, Medium 2 for DEU, FRA, JPN, KOR, GBR, ASEAN: three pairs of ties.
    const Values words{4, 3, 4, 3, 2, 2};

    EXPECT_NEAR(kendall_tau_b(Values{6, 4, 5, 3, 2, 1}, words), 12.0 / std::sqrt(15.0 * 12.0),
                1e-15);
    EXPECT_NEAR(kendall_tau_b(Values{6, 4, 5, 3, 2, 1}, words), 0.894, 0.0005);
}

TEST(RankCorrelation, exact_probability_counts_every_order) {
    const RankAgreement same = exact_rank_agreement(Values{1, 2, 3}, Values{1, 2, 3});

    EXPECT_EQ(same.num_orders, 6U);
    EXPECT_DOUBLE_EQ(same.p_one_sided, 1.0 / 6.0);
    EXPECT_DOUBLE_EQ(same.p_two_sided, 2.0 / 6.0);
}

TEST(RankCorrelation, probabilities_of_six_rows_in_three_ties_by_hand) {
    // Words in three pairs of ties have 6! / (2! 2! 2!) = 90 different orders. The number of them
    // with 0, 1, 2 pairs turned round is 1, 2, 5: the Gaussian multinomial begins 1 + 2q + 5q^2.
    const Values words{4, 4, 3, 3, 2, 2};
    const Values no_turn{6, 5, 4, 3, 2, 1};
    const Values one_turn{6, 4, 5, 3, 2, 1};
    const Values two_turns{6, 3, 5, 4, 2, 1};

    EXPECT_EQ(exact_rank_agreement(no_turn, words).num_orders, 720U);
    EXPECT_DOUBLE_EQ(exact_rank_agreement(no_turn, words).p_one_sided, 1.0 / 90.0);
    EXPECT_DOUBLE_EQ(exact_rank_agreement(one_turn, words).p_one_sided, 3.0 / 90.0);
    EXPECT_DOUBLE_EQ(exact_rank_agreement(two_turns, words).p_one_sided, 8.0 / 90.0);
    EXPECT_NEAR(exact_rank_agreement(one_turn, words).tau_b, 0.745, 0.0005);
    EXPECT_NEAR(exact_rank_agreement(two_turns, words).tau_b, 0.596, 0.0005);
}

TEST(RankCorrelation, spearman_by_hand) {
    // 1 - 6 sum d^2 / (n (n^2 - 1)) = 1 - 6 * 2 / 60
    EXPECT_NEAR(rank_correlation(Values{10, 20, 30, 40}, Values{1, 2, 4, 3}), 0.8, 1e-15);
    EXPECT_TRUE(std::isnan(rank_correlation(Values{1, 1}, Values{1, 2})));
    EXPECT_TRUE(std::isnan(kendall_tau_b(Values{1, 1}, Values{1, 2})));
}

TEST(RankCorrelation, what_cannot_be_compared_is_refused) {
    EXPECT_THROW(kendall_tau_b(Values{1}, Values{1, 2}), ShapeError);
    EXPECT_THROW(rank_correlation(Values{1}, Values{1, 2}), ShapeError);
    EXPECT_THROW(exact_rank_agreement(Values(10, 1.0), Values(10, 1.0)), OptionError);
}

}  // namespace
}  // namespace entente
