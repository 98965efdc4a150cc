#include "entente/report/risk/table.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "entente/report/risk/backtest.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

RiskTable two_rows() {
    RiskTable table;
    table.year = 2023;
    table.num_draws = 400;
    table.seed = 7;
    table.base_rate = 0.08;
    table.cuts = {0.02, 0.04, 0.06, 0.08};
    RiskRow sure;
    sure.code = "PHL";
    sure.name = "Philippines";
    sure.is_partner = true;
    sure.probability = 0.125;
    sure.low = 0.09;
    sure.high = 0.25;
    sure.multiple_of_base_rate = 1.5;
    sure.label = 4;
    sure.label_probability = 0.75;
    sure.lowest_label = 4;
    sure.highest_label = 4;
    sure.blocks = {{"conflict", 0.5}};
    sure.precedents = {{"TUR", "Turkey", 1965, 1967}, {"THA", "Thailand", 1990, std::nullopt}};
    RiskRow open = sure;
    open.code = "DEU";
    open.is_treaty_ally = true;
    open.label = 1;
    open.lowest_label = 0;
    open.highest_label = 3;
    table.rows = {sure, open};
    return table;
}

TEST(RiskTable, a_label_that_cannot_be_told_is_a_range_and_says_so) {
    const RiskTable table = two_rows();

    EXPECT_EQ(risk_label_words(table.rows[0]), "High");
    EXPECT_EQ(risk_label_words(table.rows[1]), "Low to Medium-High, not separable");
}

TEST(RiskTable, people_read_the_caution_the_interval_and_what_followed) {
    const std::string text = render(two_rows(), {.width = 200});

    EXPECT_THAT(
        text, AllOf(HasSubstr(risk_caution), HasSubstr("8.0%"), HasSubstr("12.5"), HasSubstr("9.0"),
                    HasSubstr("25.0"), HasSubstr("treaty ally"), HasSubstr("TUR 1965 (event 1967)"),
                    HasSubstr("THA 1990 (no event)"), HasSubstr("seed 7")));
    EXPECT_THAT(text, Not(HasSubstr("Rises in")));
}

TEST(RiskTable, files_hold_probabilities_as_parts_of_one) {
    const auto json = nlohmann::json::parse(render(two_rows(), {.format = Format::json}));

    EXPECT_EQ(json["base_rate"], 0.08);
    EXPECT_EQ(json["caution"], risk_caution);
    EXPECT_EQ(json["countries"][0]["probability"], 0.125);
    EXPECT_EQ(json["countries"][0]["class"], "partner");
    EXPECT_EQ(json["countries"][0]["log_odds_conflict"], 0.5);
    EXPECT_EQ(json["countries"][1]["lowest_label"], "Low");
    EXPECT_TRUE(json["countries"][0]["change"].is_null());
}

TEST(RiskTable, a_scenario_shows_change_and_share_of_draws_with_its_standing) {
    RiskTable table = two_rows();
    table.scenario_notes = {"Assumed: PHL us_troops = 0."};
    table.rows[0].change = 0.0125;
    table.rows[0].share_rising = 0.9;

    const std::string text = render(table, {.width = 200});

    EXPECT_THAT(
        text, AllOf(HasSubstr("Assumed: PHL us_troops = 0."), HasSubstr("1.25"), HasSubstr("90")));
}

TEST(RiskTable, a_group_is_a_range_over_its_members) {
    RiskTable table = two_rows();
    table.rows[1].lowest_member = "PHL";
    table.rows[1].highest_member = "IDN";

    EXPECT_EQ(risk_label_words(table.rows[1]), "Low to Medium-High");
    EXPECT_THAT(render(table, {.width = 200}), HasSubstr("from PHL to IDN"));
    const auto json = nlohmann::json::parse(render(table, {.format = Format::json}));
    EXPECT_TRUE(json["countries"][1]["label"].is_null());
}

RiskBacktest one_subset(double low) {
    RiskBacktest backtest;
    backtest.first_origin = 1975;
    backtest.last_origin = 2016;
    backtest.outcome = "any event of E1 to E5";
    SeriesScores scores;
    scores.name = "L3";
    scores.auc = 0.65;
    scores.skill_base_rate = 0.02;
    scores.skill_base_rate_interval = {low, 0.05};
    backtest.subsets.push_back({.name = "all partners",
                                .num_cases = 100,
                                .num_events = 8,
                                .num_countries_with_events = 5,
                                .series = {scores}});
    backtest.placebo = {
        .num_deals = 200, .high_auc = 0.6, .high_skill = 0.03, .share_as_skilful = 0.5};
    backtest.trade = {0.9, 0.8, 1.01, 500, 12};
    return backtest;
}

TEST(RiskBacktest, says_in_words_when_skill_cannot_be_told_from_none) {
    EXPECT_THAT(skill_words(one_subset(-0.01)).front(),
                HasSubstr("not distinguishable from nothing"));
    EXPECT_THAT(skill_words(one_subset(0.01)).front(), Not(HasSubstr("not distinguishable")));
}

TEST(RiskBacktest, stands_beside_its_placebos_and_associations) {
    const std::string text = render(one_subset(-0.01), {.width = 200});

    EXPECT_THAT(text, AllOf(HasSubstr("50% of 200 deals do as well"), HasSubstr("1975 to 2016"),
                            HasSubstr("100 forecasts, 8 with an event in 5 countries"),
                            HasSubstr("0.80"), HasSubstr("1.01")));
    const auto json = nlohmann::json::parse(render(one_subset(0.0), {.format = Format::json}));
    EXPECT_EQ(json["scores"][0]["skill_base_rate"], 0.02);
    EXPECT_EQ(json["placebo"]["skill_95"], 0.03);
}

}  // namespace
}  // namespace entente
