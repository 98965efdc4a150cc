#pragma once

// Subsidies on what a country makes.

#include "entente/scenario/measure_cells.hpp"
#include "entente/scenario/shock.hpp"

namespace entente::detail {

/// Changes the subsidy of each country under `by` in each sector of the measure.
///
/// Reports codes that the world lacks, and subsidies that end outside 0 to max_subsidy.
void apply_subsidy(const MeasureTask& task, Shock& shock);

}  // namespace entente::detail
