#include "entente/measures/hedging/vote_similarity.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Votes = std::vector<Ballot>;

TEST(VoteSimilarity, by_hand) {
    // Distances 0, 0, 1, 1/2: S = 1 - 2 (1.5/4) = 1/4; mean d^2 = 1.25/4.
    // a: mean 1.75, variance 0.6875; b: mean 2.0, variance 0.5 (1, 2, 3, 2).
    const Votes a{1, 2, 1, 3};
    const Votes b{1, 2, 3, 2};

    const auto alike = vote_similarity(a, b, 1);

    EXPECT_DOUBLE_EQ(alike->s, 0.25);
    EXPECT_NEAR(alike->kappa, 1.0 - (1.25 / 4.0) / ((0.6875 + 0.5 + 0.0625) / 4.0), 1e-14);
    // Pooled 1, 2, 1, 3, 1, 2, 3, 2: mean 1.875, mean square 33/8.
    EXPECT_NEAR(alike->pi, 1.0 - (1.25 / 4.0) / (2.0 * (33.0 / 8.0 - 1.875 * 1.875) / 4.0), 1e-14);
    EXPECT_EQ(alike->num_votes, 4U);
}

TEST(VoteSimilarity, one_agrees_with_itself_entirely) {
    const Votes a{1, 2, 3, 1, 1, 3};

    const auto alike = vote_similarity(a, a, 1);

    EXPECT_EQ(alike->s, 1.0);
    EXPECT_EQ(alike->kappa, 1.0);
    EXPECT_EQ(alike->pi, 1.0);
}

TEST(VoteSimilarity, absence_is_no_vote) {
    const Votes a{1, 2, 1, 3, 8, 1, 9, 0};
    const Votes b{1, 2, 3, 2, 1, 8, 3, 1};

    EXPECT_EQ(vote_similarity(a, b, 1)->kappa,
              vote_similarity(Votes{1, 2, 1, 3}, Votes{1, 2, 3, 2}, 1)->kappa);
}

TEST(VoteSimilarity, too_few_joint_votes_give_nothing) {
    EXPECT_FALSE(vote_similarity(Votes(59, 1), Votes(59, 3)));
    EXPECT_TRUE(vote_similarity(Votes(60, 1), Votes(60, 3)));
    EXPECT_FALSE(vote_similarity(Votes{}, Votes{}, 0));
}

TEST(VoteSimilarity, two_that_always_vote_the_same_word_say_nothing) {
    EXPECT_FALSE(vote_similarity(Votes(80, 1), Votes(80, 1)));
}

TEST(VoteSimilarity, records_of_different_roll_calls_are_refused) {
    EXPECT_THROW(vote_similarity(Votes{1}, Votes{1, 2}), ShapeError);
}

}  // namespace
}  // namespace entente
