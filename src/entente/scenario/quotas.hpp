#pragma once

// Tariff-rate quotas: a low rate up to a volume and a high one beyond it.

#include <vector>

#include "entente/scenario/measure_cells.hpp"
#include "entente/scenario/shock.hpp"

namespace entente::detail {

/// Adds one quota for each cell of the measure. The tariff of the cell becomes the in-quota rate,
/// so that the shock without its quotas is the case in which all of them are large enough.
///
/// Both rates are changes of the rate that measures before have left. Reports rates of -1 or less,
/// out-of-quota rates below in-quota ones, changes from a tariff table, and cells that a quota of
/// another measure covers already.
void add_quotas(const MeasureTask& task, const std::vector<TradeCell>& cells, Shock& shock);

/// Whether trade of one of the cells has a quota.
bool have_quota(const std::vector<TradeCell>& cells, const Shock& shock);

}  // namespace entente::detail
