#include "entente/realignment/tipping/global_game.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "entente/base/error.hpp"

namespace entente {
namespace {

// [eq:global-game-limit] 3 / (2 x 2)
TEST(GlobalGame, limit_is_half_the_worth_of_company_over_the_penalty) {
    EXPECT_NEAR(limit_threshold({.company = 3.0, .penalty = 2.0}), 0.75, 1e-10);
}

TEST(GlobalGame, threshold_with_noise_tends_to_the_limit) {
    const GlobalGame game{.company = 3.0, .penalty = 2.0};
    double last = 1.0;
    for (const double noise : {1e-1, 1e-2, 1e-3, 1e-4, 1e-5}) {
        const auto found = signal_thresholds(game, {.prior_mean = 0.2, .noise = noise});
        ASSERT_EQ(found.size(), 1U);
        const double gap = std::abs(found.front() - 0.75);
        EXPECT_LT(gap, 0.2 * last);
        last = gap;
    }
    const auto limit = signal_thresholds(game, {.prior_mean = 0.2, .noise = 1e-11});
    EXPECT_NEAR(limit.front(), 0.75, 1e-10);
}

// First order in the noise: k - theta* = noise b (theta* - mu) / (2 c tau^2 sqrt(pi)).
TEST(GlobalGame, distance_from_the_limit_is_known_to_first_order) {
    const GlobalGame game{.company = 3.0, .penalty = 2.0};
    const double noise = 1e-6;
    const Sight sight{.prior_mean = 0.2, .prior_sd = 0.8, .noise = noise};

    const double slope = (signal_thresholds(game, sight).front() - 0.75) / noise;

    const double expected = 3.0 * (0.75 - 0.2) / (2.0 * 2.0 * 0.64 * std::sqrt(std::numbers::pi));
    EXPECT_NEAR(slope, expected, 1e-4);
}

TEST(GlobalGame, a_prior_around_the_limit_leaves_it_where_it_is) {
    const auto found = signal_thresholds({.company = 1.0, .penalty = 1.0},
                                         {.prior_mean = 0.5, .prior_sd = 1.0, .noise = 0.4});

    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found.front(), 0.5, 1e-10);
}

// What everybody knows beforehand is sharper than what each sees: expectations fulfil themselves.
TEST(GlobalGame, noise_large_against_the_prior_leaves_several_thresholds) {
    const auto found = signal_thresholds({.company = 1.0, .penalty = 1.0},
                                         {.prior_mean = 0.5, .prior_sd = 0.1, .noise = 0.5});

    EXPECT_EQ(found.size(), 3U);
}

TEST(GlobalGame, higher_penalty_lowers_the_threshold_and_more_company_raises_it) {
    EXPECT_LT(limit_threshold({.company = 1.0, .penalty = 2.0}),
              limit_threshold({.company = 1.0, .penalty = 1.0}));
    EXPECT_GT(limit_threshold({.company = 2.0, .penalty = 1.0}),
              limit_threshold({.company = 1.0, .penalty = 1.0}));
}

TEST(GlobalGame, half_realign_where_the_hold_equals_the_threshold) {
    EXPECT_DOUBLE_EQ(share_realigned(0.5, 0.5, 0.1), 0.5);
    EXPECT_GT(share_realigned(0.5, 0.2, 0.1), 0.99);
}

TEST(GlobalGame, refuses_values_without_sense) {
    EXPECT_THROW(limit_threshold({.company = 0.0, .penalty = 1.0}), OptionError);
    EXPECT_THROW(signal_thresholds({}, {.prior_sd = 0.0}), OptionError);
    EXPECT_THROW(signal_thresholds({}, {.noise = -1.0}), OptionError);
}

}  // namespace
}  // namespace entente
