#pragma once

// Measures of one file that leave nothing of each other, which nobody can have meant.

#include <vector>

#include "entente/base/problem.hpp"
#include "entente/scenario/measure_cells.hpp"
#include "entente/scenario/scenario.hpp"

namespace entente::detail {

/// Reports, with both places, pairs of measures of the same file
/// - that give all tariffs of the earlier one other rates while both are in force, unless the later
///   one begins on a later day: a contradiction if they begin together, else days out of order;
/// - of which one changes trade that the other stops all the time.
///
/// A measure of another file may change what a base says: that is what bases are for.
/// @param cells  of each measure, as measure_cells gives them; measures without are passed over.
void report_contradictions(const Scenario& scenario,
                           const std::vector<std::vector<TradeCell>>& cells, Problems& problems);

}  // namespace entente::detail
