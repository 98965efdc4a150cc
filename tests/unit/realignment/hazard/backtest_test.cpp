#include "entente/realignment/hazard/backtest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/numerics/forecast_scores.hpp"
#include "entente/realignment/hazard/backtest_scores.hpp"
#include "entente/realignment/hazard/placebo.hpp"
#include "simulated_table.hpp"

namespace entente {
namespace {

BacktestOptions headline_only(int first = 1990, int last = 2000) {
    return {.first_origin = first,
            .last_origin = last,
            .specifications = {headline_specification},
            .chooses_prior = false};
}

std::vector<std::uint8_t> outcome_of(const Backtest& backtest) {
    std::vector<std::uint8_t> outcome;
    for (const ForecastCase& each : backtest.cases) outcome.push_back(each.outcome);
    return outcome;
}

double skill_of(const Backtest& backtest) {
    return skill(brier_score(backtest.models.front().probability, outcome_of(backtest)),
                 brier_score(backtest.base_rate.probability, outcome_of(backtest)));
}

TEST(Backtest, forecasts_use_nothing_later_than_their_origin) {
    const HazardTable table = simulated_table({.effect = 1.0});
    HazardTable altered = table;
    constexpr int origin = 1995;
    for (std::size_t k = 0; k < altered.rows.size(); ++k) {
        if (altered.rows[k].year <= origin) continue;
        for (double& value : altered.values.row(k)) value = 9.0;
        altered.rows[k].is_treaty_ally = !altered.rows[k].is_treaty_ally;
    }
    std::erase_if(altered.events,
                  [&](const HazardEvent& event) { return event.known_from > origin; });
    BacktestOptions options = headline_only(1985, origin);
    options.chooses_prior = true;

    const Backtest before = run_backtest(table, options);
    const Backtest after = run_backtest(altered, options);

    EXPECT_EQ(before.models.front().probability, after.models.front().probability);
    EXPECT_EQ(before.base_rate.probability, after.base_rate.probability);
    EXPECT_EQ(before.two_classes.probability, after.two_classes.probability);
}

TEST(Backtest, finds_a_driver_that_is_there) {
    const Backtest backtest =
        run_backtest(simulated_table({.rate = 0.03, .effect = 1.2}), headline_only());

    EXPECT_GT(area_under_roc(backtest.models.front().probability, outcome_of(backtest)), 0.65);
    EXPECT_GT(skill_of(backtest), 0.02);
}

TEST(Backtest, finds_nothing_where_events_are_chance) {
    double auc = 0.0;
    double mean_skill = 0.0;
    constexpr int seeds = 20;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const Backtest backtest = run_backtest(simulated_table({.seed = seed}), headline_only());
        auc += area_under_roc(backtest.models.front().probability, outcome_of(backtest)) / seeds;
        mean_skill += skill_of(backtest) / seeds;
        EXPECT_LT(skill_of(backtest), 0.015) << "seed " << seed;
    }

    EXPECT_NEAR(auc, 0.5, 0.05);
    EXPECT_GT(mean_skill, -0.01);
    EXPECT_LT(mean_skill, 0.005);
}

TEST(Backtest, threads_and_the_order_of_states_change_nothing) {
    const HazardTable table = simulated_table({.num_states = 24, .rate = 0.04, .effect = 0.5});
    BacktestOptions options = headline_only();
    options.threads = 1;
    const Backtest one = run_backtest(table, options);
    options.threads = 2;
    EXPECT_EQ(one.models.front().probability,
              run_backtest(table, options).models.front().probability);

    HazardTable turned = table;
    const std::size_t num_states = table.states.size();
    const std::size_t years = table.rows.size() / num_states;
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        const std::size_t from = (num_states - 1 - k / years) * years + k % years;
        turned.rows[k] = table.rows[from];
        turned.rows[k].state = k / years;
        std::copy_n(table.values.row(from).begin(), table.predictors.size(),
                    turned.values.row(k).begin());
    }
    for (HazardEvent& event : turned.events) event.state = num_states - 1 - event.state;
    std::sort(turned.events.begin(), turned.events.end(),
              [](const HazardEvent& a, const HazardEvent& b) {
                  return std::pair(a.state, a.year) < std::pair(b.state, b.year);
              });
    const Backtest other = run_backtest(turned, options);
    for (std::size_t k = 0; k < one.cases.size(); ++k) {
        const auto same =
            std::find_if(other.cases.begin(), other.cases.end(), [&](const ForecastCase& each) {
                return each.origin == one.cases[k].origin &&
                       each.state == num_states - 1 - one.cases[k].state;
            });
        ASSERT_NE(same, other.cases.end());
        EXPECT_NEAR(
            other.models.front().probability[static_cast<std::size_t>(same - other.cases.begin())],
            one.models.front().probability[k], 1e-10);
    }
}

TEST(Backtest, a_year_without_partners_is_refused_by_name) {
    EXPECT_THROW(run_backtest(simulated_table({}), headline_only(2023, 2024)), OptionError);
}

TEST(ScoreBacktest, counts_cases_and_puts_every_score_in_its_interval) {
    const Backtest backtest =
        run_backtest(simulated_table({.rate = 0.03, .effect = 1.0}), headline_only());

    const std::vector<SubsetScores> scores = score_backtest(backtest, {.num_resamples = 100});

    ASSERT_EQ(scores.size(), 4U) << "all, allies, others, and one period of origins";
    EXPECT_EQ(scores[0].num_cases, scores[1].num_cases + scores[2].num_cases);
    EXPECT_EQ(scores[0].num_events, scores[1].num_events + scores[2].num_events);
    const SeriesScores& headline = scores[0].series.front();
    EXPECT_EQ(headline.name, "L3");
    EXPECT_LT(headline.auc_interval.low, headline.auc);
    EXPECT_GT(headline.auc_interval.high, headline.auc);
    EXPECT_NEAR(headline.skill_base_rate, skill_of(backtest), 1e-12);
    EXPECT_EQ(scores[0].series[1].name, "base rate");
    EXPECT_EQ(scores[0].series[1].skill_base_rate, 0.0);
    EXPECT_EQ(skill_without_each(backtest, 0).size(), 30U);
    EXPECT_FALSE(calibration_slope_draws(backtest, 0, {.num_resamples = 20}).empty());
}

TEST(Dealt, gives_partners_each_others_events_and_leaves_the_rest) {
    const HazardTable table = simulated_table({.rate = 0.04});

    const HazardTable other = dealt(table, 1, 0);

    EXPECT_EQ(other.events.size(), table.events.size()) << "all states exist in every year here";
    const auto of_partners = [](const HazardTable& each) {
        return std::count_if(each.events.begin(), each.events.end(),
                             [](const HazardEvent& event) { return event.state % 2 == 0; });
    };
    EXPECT_EQ(of_partners(other), of_partners(table));
    EXPECT_NE(
        other.events.front().state * 10000 + static_cast<std::size_t>(other.events.front().year),
        table.events.front().state * 10000 + static_cast<std::size_t>(table.events.front().year));
    EXPECT_NO_THROW(check_hazard_table(other));
    const auto of_others = [](const HazardTable& each) {
        std::vector<std::pair<std::size_t, int>> events;
        for (const HazardEvent& event : each.events) {
            if (event.state % 2 == 1) events.emplace_back(event.state, event.year);
        }
        return events;
    };
    EXPECT_EQ(of_others(other), of_others(table));
}

TEST(Placebos, have_less_skill_than_the_real_histories) {
    PlaceboOptions options{.num_deals = 8, .backtest = headline_only()};

    const HazardTable table = simulated_table({.rate = 0.03, .effect = 1.2});
    const std::vector<PlaceboScore> placebos = run_placebos(table, options);

    double mean = 0.0;
    for (const PlaceboScore& each : placebos) mean += each.skill / 8.0;
    // Not zero: a country dealt many events still has many, which its own past tells.
    EXPECT_LT(mean, skill_of(run_backtest(table, options.backtest)) - 0.02);
}

}  // namespace
}  // namespace entente
