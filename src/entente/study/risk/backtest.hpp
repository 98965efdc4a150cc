#pragma once

// Task `risk --backtest`: how good forecasts of partial reversal would have been.

#include "entente/report/risk/backtest.hpp"
#include "entente/study/risk/forecast.hpp"

namespace entente {

/// @throws OptionError if a layer is missing or options do not go together.
RiskBacktest backtest_risk(const LayerSet& layers, const RiskTaskOptions& options);

}  // namespace entente
