#include "entente/model/dynamics/regime_history.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;

// [eq:regime-class] with two years looked back: 3/2 is confrontational, 2.4/2 transactional.
TEST(RegimeHistory, sorts_years_by_the_rate_over_its_lowest_before) {
    EXPECT_THAT(classify_years({2.0, 2.0, 2.0, 2.4, 3.0, 3.0, 3.0}, {.window = 2}),
                ElementsAre(0U, 1U, 2U, 1U, 0U));
}

TEST(RegimeHistory, refuses_short_histories_and_rates_of_zero) {
    EXPECT_THROW(classify_years({2.0, 2.0, 2.0}, {.window = 2}), OptionError);
    EXPECT_THROW(classify_years({2.0, 0.0, 2.0, 2.0}, {.window = 2}), OptionError);
    EXPECT_THROW(estimate_transitions({0, 1}, 0.0), OptionError);
}

// [eq:regime-counts] 0 0 1 0: from 0 once to 0 and once to 1; (1 + .5) / (2 + 1.5) = 3/7.
TEST(RegimeHistory, counts_with_a_prior_give_chances) {
    const TransitionEstimate estimate = estimate_transitions({0, 0, 1, 0});

    EXPECT_EQ(estimate.count(0, 0), 1.0);
    EXPECT_NEAR(estimate.mean(0, 0), 3.0 / 7.0, 1e-15);
    EXPECT_NEAR(estimate.mean(0, 2), 1.0 / 7.0, 1e-15);
    EXPECT_NEAR(estimate.mean(2, 1), 1.0 / 3.0, 1e-15);
    EXPECT_LT(estimate.low(0, 0), estimate.mean(0, 0));
    EXPECT_GT(estimate.high(0, 0), estimate.mean(0, 0));
}

// A row without counts and a prior of 1 is uniform on its triangle: one chance has the
// distribution 1 - (1 - x)^2, whose quantiles at 5 and 95 of 100 are known.
TEST(RegimeHistory, bounds_are_those_of_the_posterior) {
    const TransitionEstimate estimate = estimate_transitions({0, 0}, 1.0);

    // 4000 draws: three standard errors of the quantiles are about 0.02.
    EXPECT_NEAR(estimate.low(1, 0), 1.0 - std::sqrt(0.95), 0.01);
    EXPECT_NEAR(estimate.high(1, 0), 1.0 - std::sqrt(0.05), 0.02);
}

TEST(RegimeHistory, drawn_chains_scatter_around_the_mean) {
    const TransitionEstimate estimate = estimate_transitions({0, 0, 1, 0, 2, 2, 2, 1});
    double sum = 0.0;
    constexpr int num_draws = 2000;
    for (std::uint32_t d = 0; d < num_draws; ++d) {
        RandomStream stream({.seed = 7, .draw = d});
        sum += estimate.draw(stream).chance(2, 2);
    }

    // Standard deviation of a beta with mean .56 and 4.5 years, over the root of the draws,
    // times 4.
    EXPECT_NEAR(sum / num_draws, estimate.mean(2, 2), 0.02);
}

}  // namespace
}  // namespace entente
