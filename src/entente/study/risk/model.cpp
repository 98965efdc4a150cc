#include "entente/study/risk/model.hpp"

#include <algorithm>
#include <set>

#include "entente/realignment/hazard/backtest_scores.hpp"

namespace entente::detail {
namespace {

/// The mean of the year and the two after it decides on most events.
constexpr int years_to_see = 2;

}  // namespace

int last_risk_year(const RiskData& data) {
    return std::min(data.panel.last_year, data.positions.years.back());
}

PanelHazard risk_hazard(const RiskData& data, RiskOutcome outcome) {
    const int last_year = last_risk_year(data);
    Panel panel = data.panel;
    std::erase_if(panel.rows, [&](const PanelRow& row) { return row.year > last_year; });
    std::set<std::pair<std::string, int>> seen;
    std::vector<KnownEvent> events;
    for (const RiskEvent& event : find_events(data.panel, data.sources()).events) {
        if (outcome == RiskOutcome::ties_alone && event.rule == EventRule::vote_shift) continue;
        if (!seen.emplace(event.state, event.year).second) continue;
        events.push_back({event.state, event.year, event.year + years_to_see});
    }
    return hazard_from_panel(panel, data.positions, events);
}

RiskModels make_risk_models(const HazardTable& table, int year, int horizon, std::uint64_t seed,
                            std::size_t threads) {
    const BacktestOptions options{.horizon = horizon,
                                  .specifications = {headline_specification},
                                  .chooses_prior = false,
                                  .threads = threads};
    const Backtest backtest = run_backtest(table, options);
    return fit_risk_models(
        table, year, calibration_slope_draws(backtest, 0, {.seed = seed, .threads = threads}));
}

}  // namespace entente::detail
