#include "entente/report/risk/backtest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/realignment/hazard/predictor.hpp"
#include "entente/report/render_document.hpp"
#include "entente/report/risk/chart.hpp"

namespace entente {
namespace {

const char* headline_name() {
    return specification_names[static_cast<std::size_t>(headline_specification)];
}

const SeriesScores* headline_of(const SubsetScores& subset) {
    const auto found =
        std::find_if(subset.series.begin(), subset.series.end(),
                     [](const SeriesScores& series) { return series.name == headline_name(); });
    return found == subset.series.end() ? nullptr : &*found;
}

Cell interval_cell(const ScoreRange& interval, double scale, const char* format) {
    return text_cell(fmt::format("{} to {}",
                                 fmt::format(fmt::runtime(format), scale * interval.low),
                                 fmt::format(fmt::runtime(format), scale * interval.high)));
}

Table shown_subset(const SubsetScores& subset) {
    Table table{
        .title = fmt::format("{}: {} forecasts, {} with an event in {} countries", subset.name,
                             subset.num_cases, subset.num_events, subset.num_countries_with_events),
        .columns =
            {{.name = "model", .title = "Model"},
             {.name = "auc", .title = "AUC"},
             {.name = "auc_interval", .title = "90%", .spare = 2},
             {.name = "auc_within", .title = "AUC", .unit = "within year", .spare = 3},
             {.name = "pr", .title = "PR-AUC", .spare = 4},
             {.name = "brier", .title = "Brier", .decimals = 4, .spare = 5},
             {.name = "skill_base", .title = "Skill over", .unit = "base rate, %", .decimals = 1},
             {.name = "skill_base_interval", .title = "90%", .spare = 1},
             {.name = "skill_duration", .title = "over", .unit = "duration, %", .decimals = 1},
             {.name = "skill_classes", .title = "over", .unit = "two classes, %", .decimals = 1},
             {.name = "slope", .title = "Slope", .unit = "of calibration"}},
        .rows = {}};
    for (const SeriesScores& series : subset.series) {
        table.rows.push_back(
            {text_cell(series.name), number_cell(series.auc),
             interval_cell(series.auc_interval, 1.0, "{:.2f}"),
             number_cell(series.auc_within_origin), number_cell(series.average_precision),
             number_cell(series.brier), number_cell(100.0 * series.skill_base_rate),
             interval_cell(series.skill_base_rate_interval, 100.0, "{:.1f}"),
             number_cell(100.0 * series.skill_duration_only),
             number_cell(100.0 * series.skill_two_classes), number_cell(series.calibration_slope)});
    }
    return table;
}

Table calibration_table(const RiskBacktest& backtest) {
    Table table{
        .title = fmt::format("Calibration of {}: what was said and what came", headline_name()),
        .columns = {{.name = "said", .title = "Said", .unit = "%", .decimals = 1},
                    {.name = "came", .title = "Came", .unit = "%", .decimals = 1},
                    {.name = "low", .title = "Came", .unit = "5%", .decimals = 1},
                    {.name = "high", .title = "Came", .unit = "95%", .decimals = 1},
                    {.name = "cases", .title = "Forecasts", .decimals = 0}},
        .rows = {}};
    for (const CalibrationGroup& group : backtest.calibration) {
        table.rows.push_back({number_cell(100.0 * group.mean_probability),
                              number_cell(100.0 * group.frequency), number_cell(100.0 * group.low),
                              number_cell(100.0 * group.high),
                              number_cell(static_cast<double>(group.num_cases))});
    }
    return table;
}

Table association_table(const RiskBacktest& backtest) {
    Table table{.title = "What went together with events in 1990-2019, in sample",
                .columns = {{.name = "of", .title = "For"},
                            {.name = "odds_ratio", .title = "Odds", .unit = "times"},
                            {.name = "low", .title = "5%"},
                            {.name = "high", .title = "95%"},
                            {.name = "rows", .title = "State-years", .decimals = 0},
                            {.name = "events", .title = "Events", .decimals = 0}},
                .rows = {},
                .notes = {"Beyond the predictors of the headline, all states. An association, not "
                          "a cause; L5 shows what it does for forecasts. A scenario uses .87 and "
                          "1.09, from the trial in which the method was fixed."}};
    const auto add = [&](const char* of, const Association& each) {
        table.rows.push_back({text_cell(of), number_cell(each.odds_ratio), number_cell(each.low),
                              number_cell(each.high),
                              number_cell(static_cast<double>(each.num_rows)),
                              number_cell(static_cast<double>(each.num_events))});
    };
    add("10 points of trade with the US less China and Russia", backtest.trade);
    add("a doubling of Chinese finance", backtest.finance);
    return table;
}

/// Empty unless everything was refitted.
JsonObject refit_object(const RiskBacktest& backtest) {
    if (!backtest.refit) return {};
    return {{"origins", number_cell(static_cast<double>(backtest.refit->num_origins))},
            {"forecasts", number_cell(static_cast<double>(backtest.refit->num_forecasts))},
            {"largest_difference", number_cell(backtest.refit->largest_difference)}};
}

}  // namespace

std::vector<std::string> skill_words(const RiskBacktest& backtest) {
    std::vector<std::string> words;
    if (backtest.subsets.empty()) return words;
    const SeriesScores* all = headline_of(backtest.subsets.front());
    if (all == nullptr) return words;
    const ScoreRange& skill = all->skill_base_rate_interval;
    words.push_back(fmt::format(
        "The forecasts save {:.1f}% of the error of the average rate (90%: {:.1f} to {:.1f}%){}.",
        100.0 * all->skill_base_rate, 100.0 * skill.low, 100.0 * skill.high,
        skill.low > 0.0 ? "" : ", which is not distinguishable from nothing"));
    words.push_back(
        fmt::format("A country with an event was rated above one without in {:.0f}% of pairs; "
                    "chance gives 50%.",
                    100.0 * all->auc));
    for (const SubsetScores& subset : backtest.subsets) {
        const SeriesScores* scores = headline_of(subset);
        if (scores == nullptr ||
            (subset.name != "treaty allies" && subset.name != "other partners")) {
            continue;
        }
        words.push_back(fmt::format("Among {} alone: {:.0f}% of pairs, skill {:.1f}%.", subset.name,
                                    100.0 * scores->auc, 100.0 * scores->skill_base_rate));
    }
    if (backtest.placebo.num_deals > 0) {
        words.push_back(
            fmt::format("Histories dealt to the wrong countries reach an AUC of {:.2f} and a skill "
                        "of {:.1f}% in "
                        "one deal of twenty; {:.0f}% of {} deals do as well as the real histories.",
                        backtest.placebo.high_auc, 100.0 * backtest.placebo.high_skill,
                        100.0 * backtest.placebo.share_as_skilful, backtest.placebo.num_deals));
    }
    if (backtest.refit) {
        words.push_back(fmt::format(
            "Positions and events estimated again from the votes up to each of {} origins change "
            "{} forecasts by at most {:.1g}.",
            backtest.refit->num_origins, backtest.refit->num_forecasts,
            backtest.refit->largest_difference));
    }
    if (!backtest.left_out.lowest_state.empty()) {
        words.push_back(fmt::format(
            "With one country left out the skill lies between {:.1f}% (without {}) and {:.1f}% "
            "(without {}).",
            100.0 * backtest.left_out.lowest, backtest.left_out.lowest_state,
            100.0 * backtest.left_out.highest, backtest.left_out.highest_state));
    }
    return words;
}

Table risk_backtest_table(const RiskBacktest& backtest) {
    Table table{.columns = {}, .rows = {}};
    for (const char* name : {"subset",
                             "cases",
                             "events",
                             "countries_with_events",
                             "model",
                             "auc",
                             "auc_low",
                             "auc_high",
                             "auc_within_origin",
                             "average_precision",
                             "brier",
                             "reliability",
                             "resolution",
                             "log_score",
                             "calibration_slope",
                             "calibration_slope_low",
                             "calibration_slope_high",
                             "calibration_intercept",
                             "skill_base_rate",
                             "skill_base_rate_low",
                             "skill_base_rate_high",
                             "skill_duration_only",
                             "skill_duration_only_low",
                             "skill_duration_only_high",
                             "skill_two_classes",
                             "skill_two_classes_low",
                             "skill_two_classes_high"}) {
        table.columns.push_back({name, ""});
    }
    for (const SubsetScores& subset : backtest.subsets) {
        for (const SeriesScores& each : subset.series) {
            table.rows.push_back(
                {text_cell(subset.name),
                 number_cell(static_cast<double>(subset.num_cases)),
                 number_cell(static_cast<double>(subset.num_events)),
                 number_cell(static_cast<double>(subset.num_countries_with_events)),
                 text_cell(each.name),
                 number_cell(each.auc),
                 number_cell(each.auc_interval.low),
                 number_cell(each.auc_interval.high),
                 number_cell(each.auc_within_origin),
                 number_cell(each.average_precision),
                 number_cell(each.brier),
                 number_cell(each.reliability),
                 number_cell(each.resolution),
                 number_cell(each.log_score),
                 number_cell(each.calibration_slope),
                 number_cell(each.calibration_slope_interval.low),
                 number_cell(each.calibration_slope_interval.high),
                 number_cell(each.calibration_intercept),
                 number_cell(each.skill_base_rate),
                 number_cell(each.skill_base_rate_interval.low),
                 number_cell(each.skill_base_rate_interval.high),
                 number_cell(each.skill_duration_only),
                 number_cell(each.skill_duration_only_interval.low),
                 number_cell(each.skill_duration_only_interval.high),
                 number_cell(each.skill_two_classes),
                 number_cell(each.skill_two_classes_interval.low),
                 number_cell(each.skill_two_classes_interval.high)});
        }
    }
    return table;
}

Document risk_backtest_document(const RiskBacktest& backtest) {
    Document document{
        .title = fmt::format("Forecasts of partial reversal made at the end of {} to {}",
                             backtest.first_origin, backtest.last_origin),
        .introduction = skill_words(backtest),
        .figures = {detail::calibration_chart(backtest)}};
    for (const SubsetScores& subset : backtest.subsets) {
        document.tables.push_back(shown_subset(subset));
    }
    document.tables.push_back(calibration_table(backtest));
    document.tables.push_back(association_table(backtest));
    std::string widths;
    for (const auto& [width, count] : backtest.chosen_prior_sds) {
        widths += fmt::format("{}{} ({} times)", widths.empty() ? "" : ", ", width, count);
    }
    document.closing = {
        fmt::format("Outcome: {} within {} year{}. Every forecast uses only what was known at its "
                    "origin. {} is the headline; the others are shown, never chosen.",
                    backtest.outcome, backtest.horizon, backtest.horizon == 1 ? "" : "s",
                    headline_name()),
        "Skill: share of the reference's Brier score saved. Intervals draw countries, not rows.",
        "Trade dependence and US policy (L5, L6) are there to be seen: that dependence leads to "
        "reversal is confirmed as a forecast only where they score better than L3."};
    if (!widths.empty()) {
        document.closing.push_back(
            fmt::format("Width of the prior chosen from complete forecasts: {}.", widths));
    }
    return document;
}

std::string render(const RiskBacktest& backtest, const Rendering& how) {
    const Table data = risk_backtest_table(backtest);
    const JsonObject object{
        {"first_origin", number_cell(backtest.first_origin)},
        {"last_origin", number_cell(backtest.last_origin)},
        {"horizon", number_cell(backtest.horizon)},
        {"outcome", text_cell(backtest.outcome)},
        {"summary", skill_words(backtest)},
        {"scores", data},
        {"calibration", calibration_table(backtest)},
        {"associations", association_table(backtest)},
        {"placebo",
         JsonObject{{"deals", number_cell(static_cast<double>(backtest.placebo.num_deals))},
                    {"median_auc", number_cell(backtest.placebo.median_auc)},
                    {"auc_95", number_cell(backtest.placebo.high_auc)},
                    {"median_skill", number_cell(backtest.placebo.median_skill)},
                    {"skill_95", number_cell(backtest.placebo.high_skill)},
                    {"share_as_skilful", number_cell(backtest.placebo.share_as_skilful)}}},
        {"refit", refit_object(backtest)},
        {"seconds", number_cell(backtest.seconds)}};
    return detail::render_document(risk_backtest_document(backtest), data, object, how);
}

}  // namespace entente
