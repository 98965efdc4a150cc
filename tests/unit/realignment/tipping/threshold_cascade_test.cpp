#include "entente/realignment/tipping/threshold_cascade.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;

/// States 0, 1, 2 ... where number n goes once more than n - 1/2 others have gone.
std::vector<CascadeState> staircase(std::size_t num_states) {
    std::vector<CascadeState> states;
    for (std::size_t n = 0; n < num_states; ++n) {
        states.push_back({.threshold = static_cast<double>(n) - 0.5});
    }
    return states;
}

// [eq:cascade] With a step for each number of others one push, here by itself, brings down all.
TEST(ThresholdCascade, a_staircase_of_thresholds_falls_one_by_one) {
    const Cascade cascade =
        run_cascade(staircase(4), Array2<double>(4, 4, 1.0), std::vector<bool>(4, false));

    EXPECT_EQ(cascade.num_gone, 4U);
    EXPECT_EQ(cascade.num_rounds, 4U);
    EXPECT_THAT(cascade.round, ElementsAre(1U, 2U, 3U, 4U));
}

// Granovetter's point: one state a little more stubborn, and the crowd stays.
TEST(ThresholdCascade, one_missing_step_stops_it) {
    auto states = staircase(4);
    states[1].threshold = 1.5;

    const Cascade cascade =
        run_cascade(states, Array2<double>(4, 4, 1.0), std::vector<bool>(4, false));

    EXPECT_EQ(cascade.num_gone, 1U);
}

TEST(ThresholdCascade, size_depends_on_who_is_pushed) {
    // 1 looks to 0, 2 looks to 1; nobody looks to 2.
    Array2<double> weights(3, 3);
    weights(1, 0) = weights(2, 1) = 1.0;
    const std::vector<CascadeState> states(3, {.threshold = 0.5});

    EXPECT_THAT(cascade_sizes(states, weights), ElementsAre(3U, 2U, 1U));
}

TEST(ThresholdCascade, private_payoff_counts_like_company) {
    Array2<double> weights(2, 2, 0.3);
    const std::vector<CascadeState> states{{.threshold = 9.0},
                                           {.private_payoff = 0.3, .threshold = 0.5}};

    EXPECT_THAT(cascade_sizes(states, weights), ElementsAre(2U, 1U));
}

TEST(ThresholdCascade, refuses_uneven_axes_and_negative_weights) {
    EXPECT_THROW(run_cascade(staircase(2), Array2<double>(3, 3), {false, false}), ShapeError);
    EXPECT_THROW(run_cascade(staircase(2), Array2<double>(2, 2, -1.0), {false, false}),
                 OptionError);
}

}  // namespace
}  // namespace entente
