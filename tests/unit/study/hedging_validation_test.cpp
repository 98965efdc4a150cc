#include "entente/study/hedging/validation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/study/bundled_layers.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::Lt;
using ::testing::SizeIs;

HedgingLayers layers() {
    return testing::bundled_layers().for_hedging();
}

const HedgingValidation& validation() {
    static const HedgingValidation made = validate_hedging(layers(), {.num_draws = 256});
    return made;
}

const KnownGroupResult& group(const std::string& name, const std::string& expected) {
    for (const KnownGroupResult& one : validation().known_groups) {
        if (one.name == name && one.expected == expected) return one;
    }
    throw std::runtime_error("no group " + name);
}

TEST(HedgingValidation, known_groups_keep_their_outcome) {
    ASSERT_THAT(validation().known_groups, SizeIs(9));
    EXPECT_EQ(group("AUS", "2010 above 2020").outcome, KnownGroupOutcome::passed);
    EXPECT_EQ(group("ITA", "2019 above 2024").outcome, KnownGroupOutcome::passed);
    EXPECT_EQ(group("GBR", "2016 above 2023").outcome, KnownGroupOutcome::passed);
    EXPECT_EQ(group("DEU", "2019 above 2024").outcome, KnownGroupOutcome::passed);
    EXPECT_GT(group("CAN", "2026 above 2024").probability, 0.5);
    EXPECT_GT(group("IND", "2019 above 2021").probability, 0.5);
    EXPECT_GT(group("KOR", "in the top third").probability, 0.7);
}

TEST(HedgingValidation, expected_failures_stay_failures_with_their_reason) {
    EXPECT_EQ(group("PHL", "2016 above 2023").outcome, KnownGroupOutcome::failed);
    EXPECT_THAT(group("PHL", "2016 above 2023").note, HasSubstr("security"));
    EXPECT_EQ(group("HUN", "in the top third").outcome, KnownGroupOutcome::failed);
    EXPECT_THAT(group("HUN", "in the top third").note, HasSubstr("factories"));
}

TEST(HedgingValidation, every_correlation_is_reported) {
    EXPECT_EQ(validation().num_scored, 63);
    EXPECT_THAT(validation().with_size, AllOf(Gt(0.2), Lt(0.4))) << "the trial has .31";
    EXPECT_THAT(validation().with_ledger_mass, AllOf(Gt(-0.25), Lt(0.0))) << "the trial has -.15";
    EXPECT_THAT(validation().position_with_activity, AllOf(Gt(0.2), Lt(0.35)));
    EXPECT_NEAR(validation().median_width, 17.0, 1.5);
    EXPECT_NEAR(validation().label_probability, 0.57, 0.03);
    EXPECT_NEAR(validation().near_probability, 0.93, 0.02);
}

TEST(HedgingValidation, a_stand_in_for_the_rival_spreads_the_index_as_much) {
    ASSERT_THAT(validation().placebos, SizeIs(5));
    for (const PlaceboResult& placebo : validation().placebos) {
        EXPECT_GT(placebo.placebo_sd, 0.75 * placebo.real_sd) << placebo.stand_in;
        EXPECT_GT(placebo.num_rows, 55);
    }
}

TEST(HedgingValidation, a_pole_is_no_stand_in_for_itself) {
    const auto other = validate_hedging(layers(), {.num_draws = 16}, {"USA", "JPN"});

    EXPECT_THAT(other.placebos, SizeIs(4));
}

TEST(ArticleComparison, six_rows_agree_no_better_than_chance) {
    const HedgingEvidence evidence = make_hedging_evidence(layers());
    const HedgingDraws draws = draw_hedging(evidence, {.num_draws = 256});
    const ArticleComparison comparison = compare_with_article(layers(), evidence, draws);

    ASSERT_THAT(comparison.rows, SizeIs(6));
    EXPECT_EQ(comparison.rows[0].article_label, 4) << "DEU";
    EXPECT_EQ(comparison.rows[5].code, "ASEAN");
    EXPECT_GT(comparison.rows[5].index.median, comparison.rows[0].index.median);
    EXPECT_GT(comparison.agreement.at_medians.p_one_sided, 0.1);
    EXPECT_NEAR(comparison.agreement.largest_possible, 0.894, 0.001);
    EXPECT_LT(comparison.agreement.tau_b.low, comparison.agreement.tau_b.high);
    EXPECT_GT(comparison.tau_b_of_countries, comparison.agreement.at_medians.tau_b);
    EXPECT_THAT(article_comparison_document(comparison).closing.back(), HasSubstr("prove little"));
}

}  // namespace
}  // namespace entente
