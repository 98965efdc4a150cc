#include "entente/realignment/hazard/panel_predictors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "entente/realignment/hazard/position_history.hpp"
#include "entente/realignment/hazard/predictor.hpp"

namespace entente {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Years in which a president of the other party took office (Senate Historical Office, list of
/// inaugurations).
constexpr std::array<int, 10> new_parties{1953, 1961, 1969, 1977, 1981,
                                          1993, 2001, 2009, 2017, 2021};

double value_of(const PanelRow* row, PanelVariable variable) {
    return row == nullptr ? unknown : (*row)[variable].value;
}

/// The share of trade known at the end of the year, or of the last of five years before.
double known_share(const Panel& panel, const PanelRow& row, PanelVariable variable) {
    constexpr int years_back = 5;
    for (int year = row.year; year >= row.year - years_back; --year) {
        const PanelRow* at = panel.find(row.state, year);
        if (at == nullptr) continue;
        const PanelValue& share = (*at)[variable];
        if (share.is_known() && !share.looks_ahead) return share.value;
    }
    return unknown;
}

/// How each predictor is read; names as in predictor.cpp.
class Reading {
  public:
    Reading(const Panel& panel, const Positions& positions) : panel_(panel), history_(positions) {}

    double operator()(std::string_view name, const PanelRow& row) const {
        const auto direct = [&](PanelVariable variable) { return row[variable].value; };
        const auto before = [&](PanelVariable variable, int years) {
            return value_of(panel_.find(row.state, row.year - years), variable);
        };
        const auto log_troops = [](double troops) { return std::log1p(troops); };
        if (name == "theta_relative") return history_.relative(row.state, row.year);
        if (name == "theta_drift") return history_.drift(row.state, row.year);
        if (name == "theta_volatility") return history_.volatility(row.state, row.year);
        if (name == "us_obligation") return direct(PanelVariable::us_obligation);
        if (name == "treaty_ally") return row.is_treaty_ally ? 1.0 : 0.0;
        if (name == "log_troops") return log_troops(direct(PanelVariable::us_troops));
        if (name == "rival_tie") return direct(PanelVariable::rival_tie);
        if (name == "polyarchy") return direct(PanelVariable::polyarchy);
        if (name == "polyarchy_change") {
            return std::abs(direct(PanelVariable::polyarchy) - before(PanelVariable::polyarchy, 3));
        }
        if (name == "log_gdp_per_head") return std::log(direct(PanelVariable::gdp_per_head));
        if (name == "intrastate_war") return direct(PanelVariable::intrastate_war);
        if (name == "rivalries") return direct(PanelVariable::rivalries);
        if (name == "distance_to_rival") return history_.distance_to_rival(row.state, row.year);
        if (name == "log_capability") return direct(PanelVariable::log_capability);
        if (name == "trade_share_us") return known_share(panel_, row, PanelVariable::share_usa);
        if (name == "trade_share_china") return known_share(panel_, row, PanelVariable::share_chn);
        if (name == "trade_share_russia") {
            return known_share(panel_, row, PanelVariable::share_rus);
        }
        if (name == "chinese_finance") return std::log1p(direct(PanelVariable::china_finance));
        if (name == "us_isolation_change") return history_.us_isolation_change(row.year);
        if (name == "troop_trend") {
            return log_troops(direct(PanelVariable::us_troops)) -
                   log_troops(before(PanelVariable::us_troops, 5));
        }
        return std::find(new_parties.begin(), new_parties.end(), row.year) != new_parties.end()
                   ? 1.0
                   : 0.0;
    }

  private:
    const Panel& panel_;
    detail::PositionHistory history_;
};

}  // namespace

PanelHazard hazard_from_panel(const Panel& panel, const Positions& positions,
                              const std::vector<KnownEvent>& events) {
    PanelHazard result;
    HazardTable& table = result.table;
    for (const Predictor& each : predictors()) {
        if (each.name != log_years_since_name && each.name != had_event_name) {
            table.predictors.emplace_back(each.name);
        }
    }
    const Reading reading(panel, positions);
    table.values = Array2<double>(panel.rows.size(), table.predictors.size());
    std::map<std::string, std::size_t> states;
    for (std::size_t k = 0; k < panel.rows.size(); ++k) {
        const PanelRow& row = panel.rows[k];
        const auto [state, is_new] = states.emplace(row.state, table.states.size());
        if (is_new) table.states.push_back(row.state);
        table.rows.push_back({state->second, row.year, row.is_partner, row.is_treaty_ally});
        for (std::size_t j = 0; j < table.predictors.size(); ++j) {
            table.values(k, j) = reading(table.predictors[j], row);
        }
    }
    for (const KnownEvent& event : events) {
        if (panel.find(event.state, event.year - 1) == nullptr) {
            result.left_out.push_back(event);
        } else {
            table.events.push_back({states.at(event.state), event.year, event.known_from});
        }
    }
    std::sort(table.events.begin(), table.events.end(),
              [](const HazardEvent& a, const HazardEvent& b) {
                  return std::pair(a.state, a.year) < std::pair(b.state, b.year);
              });
    check_hazard_table(table);
    return result;
}

}  // namespace entente
