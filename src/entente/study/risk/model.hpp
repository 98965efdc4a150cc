#pragma once

// The hazard behind risk, from the panel and its events to models that can forecast.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "entente/realignment/events.hpp"
#include "entente/realignment/hazard/panel_predictors.hpp"
#include "entente/realignment/hazard/risk_forecast.hpp"
#include "entente/study/risk/data.hpp"

namespace entente::detail {

/// Which events count as the outcome.
enum class RiskOutcome {
    /// Any of E1 to E5.
    headline,
    /// E2 to E5: grades 2 and 3 without the vote shifts.
    ties_alone,
};

/// Last year whose votes are complete, and with it the last year of predictors.
int last_risk_year(const RiskData& data);

/// Rows and predictors to the last year, and the events of the panel. An event counts as known two
/// years after it happened: the rules look at the years up to then.
PanelHazard risk_hazard(const RiskData& data, RiskOutcome outcome);

/// Backtested slopes of calibration and the models of the last year.
RiskModels make_risk_models(const HazardTable& table, int year, int horizon, std::uint64_t seed,
                            std::size_t threads);

}  // namespace entente::detail
