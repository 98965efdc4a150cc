#include "entente/study/risk/refit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/realignment/estimate_positions.hpp"
#include "entente/realignment/hazard/hazard_model.hpp"
#include "entente/study/risk/model.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente::detail {
namespace {

/// The panel as it could have been at the end of a year.
RiskData data_until(const RiskData& data, const RollCallData& roll_calls, int origin,
                    std::size_t threads) {
    RiskData then;
    then.states = data.states;
    then.ties = data.ties;
    PositionOptions options;
    options.with_smoothed = false;
    options.threads = threads;
    then.positions = estimate_positions(roll_calls_until(roll_calls, origin), options).positions;
    then.panel = make_panel(then.sources(), {.last_year = origin});
    return then;
}

/// [state] probability of every partner at the origin.
std::map<std::string, double> forecasts_at(const RiskData& then, int origin, int horizon) {
    const HazardTable table = risk_hazard(then, RiskOutcome::headline).table;
    const Array2<double> values = predictor_values(table, predictors_of(headline_specification));
    const HazardModel model = fit_hazard(table, values, training_set(table, origin),
                                         headline_specification, default_prior_sd);
    std::vector<std::size_t> rows;
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        if (table.rows[k].year == origin && table.rows[k].is_partner) rows.push_back(k);
    }
    const std::vector<double> eta = linear_predictors(model, table, values, rows);
    std::map<std::string, double> result;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        result[table.states[table.rows[rows[k]].state]] = risk_over(logistic(eta[k]), horizon);
    }
    return result;
}

}  // namespace

RefitCheck refit_check(const LayerSet& layers, const RiskData& data, const Backtest& backtest,
                       std::size_t threads) {
    const RollCallData roll_calls = usable_roll_calls(read_un_votes(*layers.find("votes")));
    const HazardTable table = risk_hazard(data, RiskOutcome::headline).table;
    const std::vector<double>& probability = backtest.models.back().probability;
    RefitCheck check;
    std::map<std::string, double> then;
    int origin = 0;
    for (std::size_t k = 0; k < backtest.cases.size(); ++k) {
        const ForecastCase& each = backtest.cases[k];
        if (each.origin != origin) {
            origin = each.origin;
            ++check.num_origins;
            then = forecasts_at(data_until(data, roll_calls, origin, threads), origin,
                                backtest.horizon);
        }
        const auto found = then.find(table.states[each.state]);
        if (found == then.end()) {
            throw ShapeError("A partner of the backtest is none in the panel made again.");
        }
        ++check.num_forecasts;
        check.largest_difference =
            std::max(check.largest_difference, std::abs(found->second - probability[k]));
    }
    return check;
}

}  // namespace entente::detail
