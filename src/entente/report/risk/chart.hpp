#pragma once

// Drawings of the risk tasks: each says nothing that the tables beside it do not say.

#include "entente/report/figure.hpp"
#include "entente/report/risk/backtest.hpp"
#include "entente/report/risk/table.hpp"

namespace entente::detail {

/// Each country's chance with its interval, highest first, and the average partner's as a line. A
/// ring: not separable. A square: a group, whose line runs over its members.
Figure risk_chart(const RiskTable& table);

/// What was said against what came, by tenths of the forecasts, with the range over draws of
/// countries; on the diagonal both are the same.
Figure calibration_chart(const RiskBacktest& backtest);

}  // namespace entente::detail
