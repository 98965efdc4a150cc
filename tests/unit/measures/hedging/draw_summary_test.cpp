#include "entente/measures/hedging/draw_summary.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

/// Draws with the indices given, [case][draw], and fixed cuts at 20, 40, 60, 80.
HedgingDraws draws_of(const std::vector<std::vector<double>>& index) {
    const std::size_t rows = index.size();
    const std::size_t columns = index.front().size();
    HedgingDraws draws{.index = {rows, columns},
                       .position = {rows, columns},
                       .activity = {rows, columns},
                       .label = {rows, columns},
                       .cuts = std::vector<HedgingCuts>(columns, {20.0, 40.0, 60.0, 80.0})};
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t d = 0; d < columns; ++d) {
            draws.index(i, d) = index[i][d];
            draws.label(i, d) = label_of(index[i][d], draws.cuts[d]);
        }
    }
    return draws;
}

TEST(DrawSummary, median_interval_and_ranks_by_hand) {
    const auto summaries = summarize_draws(draws_of({{10, 50, 30}, {90, 20, 31}, {NAN, NAN, NAN}}));

    EXPECT_DOUBLE_EQ(summaries[0]->index.median, 30.0);
    EXPECT_DOUBLE_EQ(summaries[0]->index.low, 12.0);
    EXPECT_DOUBLE_EQ(summaries[0]->index.high, 48.0);
    EXPECT_THAT(summaries[0]->rank_acceptability, ::testing::ElementsAre(1.0 / 3.0, 2.0 / 3.0));
    EXPECT_DOUBLE_EQ(summaries[0]->rank->median, 2.0);
    EXPECT_FALSE(summaries[2]) << "a row without score has no summary";
}

TEST(DrawSummary, the_label_is_the_middle_one_and_not_the_most_frequent) {
    // Labels 0 0 0 1 2 3 3: the most frequent is 0, the middle one 1.
    const auto summaries = summarize_draws(draws_of({{5, 5, 5, 25, 45, 65, 65}}));
    const LabelSummary& label = summaries[0]->label;

    EXPECT_EQ(label.label, 1);
    EXPECT_DOUBLE_EQ(label.probability, 1.0 / 7.0);
    EXPECT_DOUBLE_EQ(label.probability_with_neighbours, 5.0 / 7.0);
    EXPECT_TRUE(label.is_uncertain);
}

TEST(DrawSummary, a_label_of_most_draws_is_not_uncertain) {
    const auto summaries = summarize_draws(draws_of({{5, 5, 5, 25, 25}}));

    EXPECT_EQ(summaries[0]->label.label, 0);
    EXPECT_FALSE(summaries[0]->label.is_uncertain);
    EXPECT_DOUBLE_EQ(summaries[0]->label.probability_with_neighbours, 1.0);
}

TEST(DrawSummary, probabilities_of_labels_and_ranks_add_up_to_one) {
    const auto summaries = summarize_draws(draw_hedging(sample_evidence(15), {.num_draws = 200}));

    for (const auto& summary : summaries) {
        const auto& p = summary->label.probabilities;
        EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 1.0, 1e-12);
        const auto& ranks = summary->rank_acceptability;
        EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1.0, 1e-12);
    }
}

TEST(DrawSummary, each_rank_is_taken_once_in_every_draw) {
    const auto summaries = summarize_draws(draw_hedging(sample_evidence(9), {.num_draws = 50}));

    for (std::size_t r = 0; r < 9; ++r) {
        double taken = 0.0;
        for (const auto& summary : summaries) taken += summary->rank_acceptability[r];
        EXPECT_NEAR(taken, 1.0, 1e-12) << r;
    }
}

TEST(DrawSummary, rows_outside_the_ranking_take_no_rank_from_others) {
    const HedgingDraws draws = draws_of({{10, 20}, {90, 90}, {30, 5}});

    const auto summaries = summarize_draws(draws, {true, false, true});

    EXPECT_FALSE(summaries[1]->rank);
    EXPECT_THAT(summaries[0]->rank_acceptability, ::testing::ElementsAre(0.5, 0.5));
    EXPECT_THROW(summarize_draws(draws, {true}), ShapeError);
}

TEST(DrawSummary, threads_do_not_change_a_summary) {
    const HedgingDraws draws = draw_hedging(sample_evidence(9), {.num_draws = 200});

    const auto one = summarize_draws(draws, {}, 1);
    const auto three = summarize_draws(draws, {}, 3);

    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i]->index.median, three[i]->index.median);
        EXPECT_EQ(one[i]->rank_acceptability, three[i]->rank_acceptability);
    }
}

TEST(DrawSummary, without_a_reference_panel_there_are_no_labels) {
    HedgingEvidence evidence = sample_evidence(3);
    evidence.reference_panel.clear();

    const auto summaries = summarize_draws(draw_hedging(evidence, {.num_draws = 5}));

    EXPECT_EQ(summaries[0]->label.label, no_label);
}

TEST(DrawSummary, probability_that_one_row_is_above_another) {
    const HedgingDraws draws = draws_of({{10, 50, 30, 40}, {9, 60, 20, 30}, {NAN, NAN, NAN, NAN}});

    EXPECT_DOUBLE_EQ(probability_above(draws, 0, 1), 0.75);
    EXPECT_TRUE(std::isnan(probability_above(draws, 0, 2)));
    EXPECT_DOUBLE_EQ(probability_within(*summarize_draws(draws)[0], 1), 0.75);
}

}  // namespace
}  // namespace entente
