#include "entente/measures/hedging/break_even.hpp"

#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

/// A score whose channels have these levels, and .5 in movement and signals.
HedgingScore with_levels(const PerChannel<double>& levels, const HedgingParameters& parameters) {
    HedgingScore score;
    for (std::size_t k = 0; k < num_channels; ++k) {
        ChannelScore& channel = score.channels[k];
        channel.is_present = levels[k] >= 0.0;
        channel.level = levels[k];
        channel.weight = parameters.weights[k];
        channel.score = 0.5 * levels[k] + 0.25;
    }
    return score;
}

TEST(BreakEven, weight_is_the_one_worked_out_by_hand) {
    const HedgingParameters parameters;
    // Gaps of the levels: trade .4, elsewhere -.1, -.1, 0; the mean of the others is -.2 / 3. They
    // meet where w .4 = (1 - w) .2 / 3: w = 1 / 7.
    const auto a = with_levels({0.8, 0.3, 0.3, 0.5}, parameters);
    const auto b = with_levels({0.4, 0.4, 0.4, 0.5}, parameters);

    const auto choices = break_even(a, b, parameters);

    EXPECT_DOUBLE_EQ(choices[position(Channel::trade)].now, 0.25);
    EXPECT_NEAR(*choices[position(Channel::trade)].at, 1.0 / 7.0, 1e-14);
}

TEST(BreakEven, no_weight_helps_a_country_that_is_below_everywhere) {
    const HedgingParameters parameters;
    const auto a = with_levels({0.8, 0.5, 0.6, 0.7}, parameters);
    const auto b = with_levels({0.4, 0.4, 0.4, 0.5}, parameters);

    for (const BreakEven& choice : break_even(a, b, parameters)) {
        // At a share of activity of one the levels count nothing and both are equal.
        if (choice.at) {
            EXPECT_DOUBLE_EQ(*choice.at, 1.0);
        }
    }
}

TEST(BreakEven, scores_made_with_the_value_found_are_equal) {
    HedgingEvidence evidence = sample_evidence(12);
    evidence.cases[3].kappa.reset();
    evidence.cases[5].technology.reset();
    const HedgingParameters now{.weights = {0.4, 0.3, 0.2, 0.1}};
    const auto scores = score_hedging(evidence, now);
    std::size_t num_checked = 0;

    for (std::size_t j = 1; j < scores.size(); ++j) {
        const auto choices = break_even(scores[0], scores[j], now);
        for (std::size_t k = 0; k < choices.size(); ++k) {
            if (!choices[k].at) continue;
            HedgingParameters moved = now;
            if (k < num_channels) {
                for (std::size_t c = 0; c < num_channels; ++c) {
                    moved.weights[c] *= (1.0 - *choices[k].at) / (1.0 - now.weights[k]);
                }
                moved.weights[k] = *choices[k].at;
            } else {
                (k == num_channels ? moved.activity_share : moved.signal_share) = *choices[k].at;
            }
            const auto again = score_hedging(evidence, moved);
            EXPECT_NEAR(again[0].index, again[j].index, 1e-9) << j << " " << k;
            ++num_checked;
        }
    }

    EXPECT_GT(num_checked, 20U);
}

TEST(BreakEven, an_empty_score_is_refused) {
    HedgingEvidence evidence = sample_evidence(2);
    evidence.cases[1].trade.reset();
    const auto scores = score_hedging(evidence);

    EXPECT_THROW(break_even(scores[0], scores[1], {}), ShapeError);
}

}  // namespace
}  // namespace entente
