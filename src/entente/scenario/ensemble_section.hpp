#pragma once

// The table [ensemble] of a scenario file.

#include "entente/scenario/scenario.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente::detail {

/// Reads what is varied into `scenario`, whose measures and regimes must be there already:
/// compliance needs an export control, retaliation measures of its own, regime a year to look at.
void read_ensemble(const Section& section, Scenario& scenario);

}  // namespace entente::detail
