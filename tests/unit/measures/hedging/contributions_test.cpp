#include "entente/measures/hedging/contributions.hpp"

#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

TEST(Contributions, parts_add_up_to_each_channel_and_to_the_index) {
    const HedgingEvidence evidence = sample_evidence(6);
    const HedgingParameters parameters{.weights = {0.4, 0.3, 0.2, 0.1}, .activity_share = 0.3};

    for (const HedgingScore& score : score_hedging(evidence, parameters)) {
        const Contributions parts = contributions(score, parameters);
        double sum = 0.0;
        for (std::size_t k = 0; k < num_channels; ++k) {
            const double channel = parts[k][0] + parts[k][1] + parts[k][2];
            EXPECT_NEAR(channel, score.channels[k].contribution, 1e-12);
            sum += channel;
        }
        EXPECT_NEAR(sum, score.index, 1e-12);
    }
}

TEST(Contributions, parts_are_those_of_the_formula) {
    HedgingScore score;
    score.channels[0] = {
        .is_present = true, .level = 0.6, .movement = 0.5, .signals = 0.25, .weight = 0.5};

    const Contributions parts = contributions(score, {.activity_share = 0.5, .signal_share = 0.4});

    EXPECT_DOUBLE_EQ(parts[0][0], 15.0);  // 100 .5 .5 .6
    EXPECT_DOUBLE_EQ(parts[0][1], 7.5);   // 100 .5 .5 .6 .5
    EXPECT_DOUBLE_EQ(parts[0][2], 2.5);   // 100 .5 .5 .4 .25
    EXPECT_DOUBLE_EQ(parts[1][0], 0.0);
}

TEST(Contributions, spread_over_draws_is_that_of_the_draws) {
    HedgingEvidence evidence = sample_evidence(8);
    evidence.cases[2].trade.reset();
    const HedgingDrawOptions options{.num_draws = 200, .threads = 2};
    const std::vector<std::size_t> asked{5, 2, 0};

    const auto all = draw_contributions(evidence, asked, options);
    const auto summaries = summarize_draws(draw_hedging(evidence, options));

    EXPECT_FALSE(all[1]);
    for (const std::size_t a : {std::size_t{0}, std::size_t{2}}) {
        const DrawInterval& index = summaries[asked[a]]->index;
        EXPECT_NEAR(all[a]->index.drawn.median, index.median, 1e-9);
        EXPECT_NEAR(all[a]->index.drawn.low, index.low, 1e-9);
        EXPECT_NEAR(all[a]->index.drawn.high, index.high, 1e-9);
        EXPECT_LT(all[a]->parts[0][0].drawn.low, all[a]->parts[0][0].drawn.high);
    }
}

TEST(Contributions, a_position_that_is_no_case_is_refused) {
    const HedgingEvidence evidence = sample_evidence(2);
    const std::vector<std::size_t> asked{2};

    EXPECT_THROW(draw_contributions(evidence, asked, {.num_draws = 16}), ShapeError);
}

}  // namespace
}  // namespace entente
