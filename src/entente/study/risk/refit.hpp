#pragma once

// Whether forecasts of the past knew a later vote: everything from roll calls to coefficients is
// estimated again as it could have been at each origin.

#include <cstddef>

#include "entente/realignment/hazard/backtest.hpp"
#include "entente/report/risk/backtest.hpp"
#include "entente/study/risk/data.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente::detail {

/// At every origin: positions from the roll calls up to then, panel and events from those
/// positions, the headline model on them, forecasts of the partners of that year.
///
/// @param backtest  Its last series must be the headline with the default prior.
RefitCheck refit_check(const LayerSet& layers, const RiskData& data, const Backtest& backtest,
                       std::size_t threads);

}  // namespace entente::detail
