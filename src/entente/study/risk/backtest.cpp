#include "entente/study/risk/backtest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "entente/base/error.hpp"
#include "entente/numerics/forecast_scores.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/hazard/placebo.hpp"
#include "entente/study/risk/model.hpp"
#include "entente/study/risk/refit.hpp"

namespace entente {
namespace {

constexpr std::size_t headline = static_cast<std::size_t>(headline_specification);

double skill_of(const Backtest& backtest, const ForecastSeries& series) {
    std::vector<std::uint8_t> outcome;
    for (const ForecastCase& each : backtest.cases) outcome.push_back(each.outcome);
    return skill(brier_score(series.probability, outcome),
                 brier_score(backtest.base_rate.probability, outcome));
}

/// @param real  Skill of the real histories by the same model with the same prior.
PlaceboSummary placebo_summary(const HazardTable& table, const PlaceboOptions& options,
                               double real) {
    std::vector<double> aucs;
    std::vector<double> skills;
    PlaceboSummary summary{.num_deals = options.num_deals};
    for (const PlaceboScore& score : run_placebos(table, options)) {
        if (std::isnan(score.auc)) continue;
        aucs.push_back(score.auc);
        skills.push_back(score.skill);
    }
    summary.share_as_skilful = static_cast<double>(std::ranges::count_if(
                                   skills, [&](double each) { return each >= real; })) /
                               static_cast<double>(skills.size());
    summary.median_auc = quantile(aucs, 0.5);
    summary.high_auc = quantile(std::move(aucs), 0.95);
    summary.median_skill = quantile(skills, 0.5);
    summary.high_skill = quantile(std::move(skills), 0.95);
    return summary;
}

LeftOutRange left_out_range(const HazardTable& table, const Backtest& backtest) {
    const std::vector<LeftOutSkill> skills = skill_without_each(backtest, headline);
    const auto [low, high] = std::ranges::minmax_element(skills, {}, &LeftOutSkill::skill);
    return {table.states[low->state], low->skill, table.states[high->state], high->skill};
}

}  // namespace

RiskBacktest backtest_risk(const LayerSet& layers, const RiskTaskOptions& options) {
    if (!options.scenario.empty() || !options.assume.empty() || !options.us_policy.empty()) {
        throw OptionError(
            "A backtest looks at what happened: leave out --scenario, --assume and --us-policy.");
    }
    const auto start = std::chrono::steady_clock::now();
    const detail::RiskData data = detail::load_risk_data(layers, options.threads);
    const HazardTable table = detail::risk_hazard(data, detail::RiskOutcome::headline).table;
    const BacktestOptions choices{
        .last_origin = detail::last_risk_year(data) - static_cast<int>(options.horizon) - 2,
        .horizon = static_cast<int>(options.horizon),
        .threads = options.threads};
    Backtest backtest = run_backtest(table, choices);
    // Today's risk rests on priors of fixed width: their record stands beside the chosen one.
    BacktestOptions fixed = choices;
    fixed.specifications = {headline_specification};
    fixed.chooses_prior = false;
    ForecastSeries with_fixed_prior = run_backtest(table, fixed).models.front();
    with_fixed_prior.name += fmt::format(", prior {:g}", default_prior_sd);
    backtest.models.push_back(with_fixed_prior);

    RiskBacktest result{.first_origin = choices.first_origin,
                        .last_origin = choices.last_origin,
                        .horizon = choices.horizon,
                        .outcome = "any event of E1 to E5"};
    const ScoreOptions scoring{.seed = options.seed, .threads = options.threads};
    result.subsets = score_backtest(backtest, scoring);
    result.calibration = calibration_groups(backtest, headline, scoring);
    result.left_out = left_out_range(table, backtest);
    result.trade = trade_association(table);
    result.finance = finance_association(table);
    PlaceboOptions placebos{.seed = options.seed};
    placebos.backtest.last_origin = choices.last_origin;
    placebos.backtest.horizon = choices.horizon;
    placebos.backtest.chooses_prior = options.full;
    placebos.backtest.threads = options.threads;
    result.placebo = placebo_summary(
        table, placebos,
        skill_of(backtest, options.full ? backtest.models[headline] : backtest.models.back()));
    if (options.full) {
        result.refit = detail::refit_check(layers, data, backtest, options.threads);
    }
    std::map<double, std::size_t> widths;
    for (const double width : backtest.chosen_prior_sd) ++widths[width];
    result.chosen_prior_sds.assign(widths.begin(), widths.end());

    // Troops, treaties and rival troops are known to 2015-18 only: their own test ends there.
    BacktestOptions ties = choices;
    ties.last_origin = std::min(choices.last_origin, 2015 - choices.horizon);
    ties.specifications = {headline_specification};
    const Backtest of_ties =
        run_backtest(detail::risk_hazard(data, detail::RiskOutcome::ties_alone).table, ties);
    SubsetScores scores = score_backtest(of_ties, scoring).front();
    scores.name = "events of E2 to E5 alone";
    result.subsets.push_back(std::move(scores));
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace entente
