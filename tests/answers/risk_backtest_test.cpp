// The record of the forecasts of partial reversal on the bundled panel, held against the trial in
// which events, panel and method were fixed (counts to 10 percent, scores inside the ranges it
// expected). Where ours lies outside, the test says what was found and why.

#include "entente/study/risk/backtest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "entente/study/risk/history.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {
namespace {

LayerSet risk_layers() {
    const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
    LayerSet set;
    for (const char* name : {"panel", "security", "votes", "positions", "signals"}) {
        set.add(open_layer(WorldCatalog({}), (folder / name).string()));
    }
    return set;
}

const SeriesScores& headline(const SubsetScores& subset) {
    return *std::ranges::find(subset.series, "L3", &SeriesScores::name);
}

TEST(RiskBacktestAnswers, counts_and_scores_are_those_of_the_trial_or_explained) {
    const RiskBacktest backtest = backtest_risk(risk_layers(), {});

    const SubsetScores& all = backtest.subsets.front();
    EXPECT_EQ(backtest.first_origin, 1975);
    EXPECT_EQ(backtest.last_origin, 2016);
    const SeriesScores& scores = headline(all);
    EXPECT_GE(scores.auc, 0.59);
    EXPECT_LE(scores.auc, 0.72);
    EXPECT_GE(scores.skill_base_rate, 0.0);
    EXPECT_LE(scores.skill_base_rate, 0.045);
    EXPECT_GE(scores.skill_duration_only, 0.01);
    EXPECT_LE(scores.skill_duration_only, 0.05);
    EXPECT_GE(scores.skill_two_classes, 0.0);
    EXPECT_LE(scores.skill_two_classes, 0.045);
    EXPECT_LT(scores.skill_base_rate_interval.low, 0.0)
        << "chosen inside training, the prior leaves an interval that includes nothing";
    // The trial expected .9 to 1 with a fixed prior; one chosen at each origin gives .75.
    EXPECT_GE(scores.calibration_slope, 0.6);
    EXPECT_LE(scores.calibration_slope, 1.0);
    const auto fixed = std::ranges::find(all.series, "L3, prior 0.1", &SeriesScores::name);
    ASSERT_NE(fixed, all.series.end());
    EXPECT_NEAR(fixed->calibration_slope, 0.95, 0.05);
    EXPECT_GT(fixed->skill_base_rate, scores.skill_base_rate);
    // Twice the share of events, or nearly.
    const double prevalence =
        static_cast<double>(all.num_events) / static_cast<double>(all.num_cases);
    EXPECT_GT(scores.average_precision, 1.3 * prevalence);

    for (const SeriesScores& series : all.series) {
        if (series.name != "L4" && series.name != "L5" && series.name != "L6") continue;
        EXPECT_LE(series.skill_base_rate, scores.skill_base_rate + 0.005)
            << series.name << " is no better than the headline";
    }
    const SubsetScores& ties = backtest.subsets.back();
    EXPECT_LE(headline(ties).skill_base_rate_interval.low, 0.0)
        << "skill for E2 to E5 alone is not distinguishable from none";
    EXPECT_EQ(backtest.placebo.num_deals, 200U);
    EXPECT_NEAR(backtest.placebo.median_auc, 0.5, 0.03) << "a placebo knows nothing";
    EXPECT_LT(backtest.placebo.high_auc, scores.auc);
    EXPECT_GT(backtest.trade.high, backtest.trade.odds_ratio);
}

TEST(RiskBacktestAnswers, events_are_as_many_as_in_the_trial_to_a_tenth_but_for_vote_shifts) {
    const RiskEventList partners = run_risk_task(risk_layers(), RiskEventsOptions{});

    const auto count = [&](EventRule rule) {
        return std::ranges::count_if(partners.events, [&](const RiskEvent& event) {
            return event.rule == rule && event.year >= 1951 && event.year <= 2021;
        });
    };
    // 32 in the trial, with other positions of single years: docs/theory/realignment.md names every
    // event that differs and by how little it passes.
    EXPECT_EQ(count(EventRule::vote_shift), 36);
    EXPECT_EQ(count(EventRule::presence_ended), 13);
    EXPECT_EQ(count(EventRule::rival_tie), 4);
    EXPECT_EQ(count(EventRule::obligation_ended), 5);
    EXPECT_EQ(count(EventRule::rival_troops), 2);
}

}  // namespace
}  // namespace entente
