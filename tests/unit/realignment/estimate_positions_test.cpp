#include "entente/realignment/estimate_positions.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "support/simulated_votes.hpp"

namespace entente {
namespace {

using testing::correlation;
using testing::simulate_votes;
using testing::SimulatedVotes;

Positions estimate(const UnVotes& votes, std::size_t threads = 1) {
    PositionOptions options;
    options.threads = threads;
    return estimate_positions(usable_roll_calls(votes), options).positions;
}

/// Whether two cells hold the same number, or nothing both.
bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

// 60 votes leave an error of about .15, which bounds the correlation by about .99.
TEST(EstimatePositions, finds_the_positions_that_votes_were_drawn_from) {
    const SimulatedVotes simulated = simulate_votes({}, 7);

    const Positions positions = estimate(simulated.votes);

    for (std::size_t t = 0; t < positions.years.size(); ++t) {
        EXPECT_GT(correlation(positions.smoothed, simulated.truth, t), 0.96);
        EXPECT_GT(correlation(positions.filtered, simulated.truth, t), 0.94);
        EXPECT_GT(correlation(positions.yearly, simulated.truth, t), 0.93);
        EXPECT_GT(positions.smoothed(0, t), 0.0);
    }
}

TEST(EstimatePositions, later_votes_leave_what_was_known_before_untouched) {
    const SimulatedVotes simulated = simulate_votes({}, 8);
    UnVotes altered = simulated.votes;
    const int last_kept = simulated.first_year + 3;
    for (RollCall& roll_call : altered.roll_calls) {
        if (roll_call.year() <= last_kept) continue;
        std::reverse(roll_call.choices.begin(), roll_call.choices.end());
    }

    const Positions before = estimate(simulated.votes);
    const Positions after = estimate(altered);

    bool smoothed_moves = false;
    for (std::size_t i = 0; i < before.states.size(); ++i) {
        for (std::size_t t = 0; before.years[t] <= last_kept; ++t) {
            EXPECT_TRUE(same(before.filtered(i, t), after.filtered(i, t)));
            EXPECT_TRUE(same(before.yearly(i, t), after.yearly(i, t)));
            smoothed_moves = smoothed_moves || before.smoothed(i, t) != after.smoothed(i, t);
        }
    }
    EXPECT_TRUE(smoothed_moves);
}

TEST(EstimatePositions, are_the_same_bytes_for_any_number_of_threads) {
    const SimulatedVotes simulated = simulate_votes({}, 9);

    const Positions one = estimate(simulated.votes, 1);
    const Positions three = estimate(simulated.votes, 3);

    EXPECT_EQ(one.smoothed, three.smoothed);
    EXPECT_EQ(one.filtered, three.filtered);
    EXPECT_EQ(one.yearly, three.yearly);
}

// [eq:position-scale]
TEST(EstimatePositions, have_mean_zero_and_unit_spread_in_every_year) {
    const Positions positions = estimate(simulate_votes({}, 10).votes);

    for (const auto* table : {&positions.smoothed, &positions.filtered, &positions.yearly}) {
        for (std::size_t t = 0; t < positions.years.size(); ++t) {
            double sum = 0.0;
            double squares = 0.0;
            for (std::size_t i = 0; i < positions.states.size(); ++i) {
                sum += (*table)(i, t);
                squares += (*table)(i, t) * (*table)(i, t);
            }
            EXPECT_NEAR(sum, 0.0, 1e-9);
            EXPECT_NEAR(squares / static_cast<double>(positions.states.size()), 1.0, 1e-9);
        }
    }
}

TEST(EstimatePositions, are_missing_where_a_state_did_not_vote) {
    SimulatedVotes simulated = simulate_votes({}, 11);
    for (RollCall& roll_call : simulated.votes.roll_calls) {
        if (roll_call.year() == simulated.first_year + 2) roll_call.choices[5] = '8';
    }

    const Positions positions = estimate(simulated.votes);

    EXPECT_TRUE(std::isnan(positions.smoothed(5, 2)));
    EXPECT_TRUE(std::isnan(positions.filtered(5, 2)));
    EXPECT_TRUE(std::isnan(positions.yearly(5, 2)));
    EXPECT_FALSE(std::isnan(positions.smoothed(5, 3)));
    EXPECT_EQ(positions.votes_cast(5, 2), 0);
}

TEST(EstimatePositions, turning_every_vote_around_turns_the_others_around_the_anchor) {
    const SimulatedVotes simulated = simulate_votes({}, 12);
    UnVotes turned = simulated.votes;
    for (RollCall& roll_call : turned.roll_calls) {
        for (char& choice : roll_call.choices)
            choice = choice == '1' ? '3' : choice == '3' ? '1' : choice;
    }

    const Positions before = estimate(simulated.votes);
    const Positions after = estimate(turned);

    // Yes and no are names only: positions are told apart by who votes with whom.
    for (std::size_t i = 0; i < before.states.size(); ++i) {
        EXPECT_NEAR(before.smoothed(i, 2), after.smoothed(i, 2), 0.01);
    }
}

TEST(EstimatePositions, refuses_an_anchor_that_is_no_state) {
    const RollCallData data = usable_roll_calls(simulate_votes({}, 13).votes);
    PositionOptions options;
    options.anchor = "USX";

    EXPECT_THROW(estimate_positions(data, options), OptionError);
}

}  // namespace
}  // namespace entente
