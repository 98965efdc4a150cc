#include "entente/measures/vote_record.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;

constexpr Date in_year(int year) {
    return std::chrono::year(year) / std::chrono::June / 1;
}

/// AAA, BBB, CCC, RUS, UKR; votes in the order of the codes.
UnVotes five_states() {
    UnVotes votes;
    votes.states = Axis({"AAA", "BBB", "CCC", "RUS", "UKR"});
    votes.roll_calls = {{1, in_year(2014), "me", "31111"},
                        {2, in_year(2015), "", "11232"},
                        {3, in_year(2015), "me hr", "33111"},
                        {4, in_year(2016), "hr", "22231"},
                        {5, in_year(2017), "", "81131"}};
    return votes;
}

TEST(VoteRecord, roll_calls_are_picked_by_year_mark_and_opponents) {
    const UnVotes votes = five_states();

    EXPECT_THAT(selected_roll_calls(votes, {.first_year = 2015, .last_year = 2016}),
                ElementsAre(1, 2, 3));
    EXPECT_THAT(selected_roll_calls(votes, {.first_year = 0, .last_year = 3000, .issue = "hr"}),
                ElementsAre(2, 3));
    EXPECT_THAT(
        selected_roll_calls(votes, {.first_year = 0, .last_year = 3000, .without_palestine = true}),
        ElementsAre(1, 3, 4));
    EXPECT_THAT(
        selected_roll_calls(votes, {.first_year = 0, .last_year = 3000, .without_ukraine = true}),
        ElementsAre(0, 1, 2));
    EXPECT_THROW(selected_roll_calls(votes, {.issue = "xx"}), OptionError);
}

// [eq:votes-lost] [eq:coalition-share]
TEST(VoteRecord, losing_and_company_are_counted_by_hand) {
    const UnVotes votes = five_states();
    const std::vector<std::size_t> all{0, 1, 2, 3, 4};

    const VoteRecord record = vote_record(votes, 0, all);

    // 1: no, adopted with four yes: lost. 2: yes, two yes and one no: won. 3: no, three yes: lost.
    // 4: abstains. 5: absent.
    EXPECT_EQ(record.num_cast, 4U);
    EXPECT_EQ(record.num_taken_sides, 3U);
    EXPECT_EQ(record.num_lost, 2U);
    EXPECT_DOUBLE_EQ(record.lost_share(), 2.0 / 3.0);
    // Others with it: 0 of 4, 1 of 4, 1 of 4, 2 of 4.
    EXPECT_DOUBLE_EQ(record.coalition_share, 0.25);
    EXPECT_EQ(record.num_nearly_alone, 4U);
}

TEST(VoteRecord, a_state_that_never_votes_has_no_shares) {
    const UnVotes votes = five_states();
    const std::vector<std::size_t> absent{4};

    const VoteRecord record = vote_record(votes, 0, absent);

    EXPECT_TRUE(std::isnan(record.lost_share()));
    EXPECT_TRUE(std::isnan(record.coalition_share));
    const std::vector<std::size_t> none{9};
    EXPECT_THROW(vote_record(votes, 5, absent), ShapeError);
    EXPECT_THROW(vote_record(votes, 0, none), ShapeError);
}

}  // namespace
}  // namespace entente
