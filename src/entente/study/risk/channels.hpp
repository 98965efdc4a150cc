#pragma once

// The ways in which something that has not happened may move a risk: only those the past bears.

#include <string>
#include <vector>

#include "entente/realignment/hazard/hazard_table.hpp"
#include "entente/realignment/hazard/risk_forecast.hpp"
#include "entente/study/risk/forecast.hpp"

namespace entente::detail {

/// What is asked of the risk beside today's data.
struct RiskChange {
    /// Other values in the last year; equal to today's where nothing is assumed.
    HazardTable table;
    std::vector<LogOddsShift> shifts;
    /// One line a change, with its standing: measured, association or assumed.
    std::vector<std::string> notes;
};

/// [eq:trade-channel]  log odds ~ N(-.14, .10^2) for each 10 points that
///                     share of the United States - share of Russia and China in trade rises
/// [eq:finance-channel]  log odds ~ N(ln 1.09, .03^2) for each doubling of Chinese finance
/// Both are associations of 1990-2019 found in the trial in which the method was fixed, without
/// gain in forecasts; realignment/hazard/association.hpp estimates them anew. The width of the
/// first is our own choice [D]. US policy has no effect that could be estimated: a range is assumed
/// by the user or there is none.
///
/// @param year  Last year of the table.
/// @throws      OptionError for a state, variable or number that makes no sense, all at once;
///              DataError for the scenario.
RiskChange make_risk_change(const WorldCatalog& worlds, const HazardTable& table, int year,
                            const RiskTaskOptions& options);

}  // namespace entente::detail
