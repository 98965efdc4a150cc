#include "entente/measures/hedging/known_groups.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

HedgingDraws draws_of(const std::vector<std::vector<double>>& index) {
    const std::size_t rows = index.size();
    const std::size_t columns = index.front().size();
    HedgingDraws draws{.index = {rows, columns},
                       .position = {rows, columns},
                       .activity = {rows, columns},
                       .label = {rows, columns, no_label},
                       .cuts = std::vector<HedgingCuts>(columns)};
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t d = 0; d < columns; ++d) draws.index(i, d) = index[i][d];
    }
    return draws;
}

TEST(KnownGroups, failures_stay_in_the_report_with_their_reason) {
    const HedgingDraws draws =
        draws_of({{1, 2, 3, 4, 9}, {2, 3, 4, 5, 5}, {NAN, NAN, NAN, NAN, NAN}});
    const auto summaries = summarize_draws(draws);

    const auto report = check_known_groups(
        draws, summaries,
        std::vector<KnownGroup>{
            {.name = "PHL",
             .expected = "PHL 2016 above PHL 2023",
             .row = 0,
             .other_row = 1,
             .note = "its turn was in security"},
            {.name = "turned", .expected = "b above a", .row = 1, .other_row = 0},
            {.name = "empty", .expected = "a above c", .row = 0, .other_row = 2}});

    ASSERT_EQ(report.size(), 3U);
    EXPECT_EQ(report[0].outcome, KnownGroupOutcome::failed);
    EXPECT_DOUBLE_EQ(report[0].probability, 0.2);
    EXPECT_EQ(report[0].note, "its turn was in security");
    EXPECT_EQ(report[1].outcome, KnownGroupOutcome::passed);
    EXPECT_EQ(report[2].outcome, KnownGroupOutcome::not_computable);
}

TEST(KnownGroups, top_third_counts_ranks) {
    const HedgingDraws draws = draws_of({{3, 3, 1}, {2, 2, 2}, {1, 1, 3}});

    const auto report = check_known_groups(
        draws, summarize_draws(draws),
        std::vector<KnownGroup>{{.name = "first", .kind = KnownGroup::Kind::top_third, .row = 0}});

    EXPECT_DOUBLE_EQ(report[0].probability, 2.0 / 3.0);
    EXPECT_EQ(report[0].outcome, KnownGroupOutcome::right_sign);
}

TEST(KnownGroups, a_row_that_was_not_drawn_is_refused) {
    const HedgingDraws draws = draws_of({{1.0}});

    EXPECT_THROW(check_known_groups(draws, summarize_draws(draws),
                                    std::vector<KnownGroup>{{.name = "far", .row = 4}}),
                 ShapeError);
}

TEST(KnownGroups, placebo_is_compared_where_both_have_scores) {
    const PlaceboResult result = compare_placebo("BRA", std::vector<double>{1, 2, NAN, 3},
                                                 std::vector<double>{10, 30, 5, 20});

    EXPECT_EQ(result.num_rows, 3U);
    EXPECT_DOUBLE_EQ(result.rank_correlation, 0.5);
    EXPECT_DOUBLE_EQ(result.real_sd, 1.0);
    EXPECT_DOUBLE_EQ(result.placebo_sd, 10.0);
    EXPECT_THROW(compare_placebo("BRA", std::vector<double>{1}, std::vector<double>{}), ShapeError);
}

TEST(KnownGroups, size_correlation_leaves_out_what_is_unknown) {
    EXPECT_DOUBLE_EQ(rank_correlation_of_known(std::vector<double>{1, 2, 3, NAN},
                                               std::vector<double>{1, 2, 3, 4}),
                     1.0);
}

TEST(KnownGroups, agreement_with_six_words_has_an_upper_end_below_one) {
    const HedgingDraws draws = draws_of({{6, 1}, {4, 2}, {5, 3}, {3, 4}, {2, 5}, {1, 6}});
    const std::vector<std::size_t> rows{0, 1, 2, 3, 4, 5};
    const std::vector<double> words{4, 3, 4, 3, 2, 2};

    const WordAgreement agreement = compare_with_words(draws, rows, words);

    EXPECT_NEAR(agreement.largest_possible, 0.894, 0.0005);
    EXPECT_NEAR(agreement.tau_b.high, 0.9 * 0.8944271909999159 + 0.1 * agreement.tau_b.median, 0.1);
    EXPECT_GE(agreement.at_medians.p_one_sided, 1.0 / 720.0);
    EXPECT_EQ(agreement.at_medians.num_orders, 720U);
}

TEST(KnownGroups, words_for_rows_without_score_are_refused) {
    const HedgingDraws draws = draws_of({{1.0}, {NAN}});
    const std::vector<std::size_t> rows{0, 1};

    EXPECT_THROW(compare_with_words(draws, rows, std::vector<double>{1, 2}), ShapeError);
    EXPECT_THROW(compare_with_words(draws, rows, std::vector<double>{1}), ShapeError);
}

}  // namespace
}  // namespace entente
