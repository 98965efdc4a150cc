#include "entente/realignment/roll_call_data.hpp"

#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "support/simulated_votes.hpp"

namespace entente {
namespace {

Axis codes(std::size_t count) {
    std::vector<std::string> list{"RUS", "UKR"};
    for (std::size_t k = 2; k < count; ++k) {
        list.push_back({'X', static_cast<char>('A' + k / 26), static_cast<char>('A' + k % 26)});
    }
    return Axis(list);
}

RollCall roll_call(int number, int year, unsigned month, std::string choices,
                   std::string issues = {}) {
    return {.number = number,
            .date = Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(1)},
            .issues = std::move(issues),
            .choices = std::move(choices)};
}

std::string thirty(std::size_t yes, std::size_t abstain, std::size_t no) {
    return std::string(yes, '1') + std::string(abstain, '2') + std::string(no, '3') +
           std::string(30 - yes - abstain - no, '8');
}

TEST(RollCallData, keeps_what_tells_something) {
    const UnVotes votes{
        codes(30),
        {roll_call(1, 2000, 12, thirty(10, 10, 10)),
         // 19 votes
         roll_call(2, 2000, 12, thirty(10, 0, 9)),
         // all for one option
         roll_call(3, 2000, 12, thirty(30, 0, 0)), roll_call(4, 2001, 12, thirty(29, 0, 1))}};

    const RollCallData data = usable_roll_calls(votes);

    ASSERT_EQ(data.roll_calls.size(), 2U);
    EXPECT_EQ(data.roll_calls[0].number, 1);
    EXPECT_EQ(data.roll_calls[1].number, 4);
    EXPECT_EQ(data.roll_calls[1].num_options, 2);
    EXPECT_EQ(data.roll_calls[1].votes.back().option, 1);
    EXPECT_EQ(data.years, (std::vector<int>{2000, 2001}));
    EXPECT_EQ(data.votes_cast(0, 0), 1);
}

TEST(RollCallData, a_last_year_that_does_not_reach_december_is_no_year) {
    const UnVotes votes{
        codes(30),
        {roll_call(1, 2000, 12, thirty(10, 10, 10)), roll_call(2, 2001, 6, thirty(10, 10, 10))}};

    EXPECT_EQ(usable_roll_calls(votes).years, std::vector<int>{2000});
}

TEST(RollCallData, of_the_years_up_to_one_hold_nothing_later) {
    const UnVotes votes{
        codes(30),
        {roll_call(1, 2000, 12, thirty(10, 10, 10)), roll_call(2, 2001, 12, thirty(10, 10, 10)),
         roll_call(3, 2001, 12, thirty(9, 11, 10)), roll_call(4, 2003, 12, thirty(10, 10, 10))}};
    const RollCallData all = usable_roll_calls(votes);

    const RollCallData then = roll_calls_until(all, 2002);

    EXPECT_EQ(then.years, (std::vector<int>{2000, 2001}));
    EXPECT_EQ(then.roll_calls.size(), 3U);
    EXPECT_EQ(then.year_begin, (std::vector<std::size_t>{0, 1, 3}));
    EXPECT_EQ(then.votes_cast(0, 1), 2);
    EXPECT_EQ(roll_calls_until(all, 1999).roll_calls.size(), 0U);
    EXPECT_EQ(roll_calls_until(all, 2003).roll_calls.size(), 4U);
}

TEST(RollCallData, subsets_go_by_marks_and_by_russia_against_ukraine) {
    std::string against = thirty(10, 10, 10);
    against[0] = '3';
    const UnVotes votes{
        codes(30),
        {roll_call(1, 2000, 12, thirty(10, 10, 10), "me hr"), roll_call(2, 2000, 12, against, "hr"),
         roll_call(3, 2020, 12, against), roll_call(4, 2020, 12, thirty(10, 10, 10))}};

    const auto human_rights = usable_roll_calls(votes, RollCallSubset::human_rights);
    const auto without_wars = usable_roll_calls(votes, RollCallSubset::without_wars);

    EXPECT_EQ(human_rights.roll_calls.size(), 2U);
    ASSERT_EQ(without_wars.roll_calls.size(), 2U);
    EXPECT_EQ(without_wars.roll_calls[0].number, 2);
    EXPECT_EQ(without_wars.roll_calls[1].number, 4);
}

TEST(RollCallData, refuses_votes_that_tell_nothing) {
    const UnVotes votes{codes(30), {roll_call(1, 2000, 12, thirty(30, 0, 0))}};

    EXPECT_THROW(usable_roll_calls(votes), OptionError);
}

}  // namespace
}  // namespace entente
