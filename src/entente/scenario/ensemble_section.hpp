#pragma once

// The table [ensemble] of a scenario file.

#include "entente/scenario/scenario.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente::detail {

/// Reads what is varied into `scenario`, whose measures must be there already: compliance needs an
/// export control, retaliation measures of its own.
void read_ensemble(const Section& section, Scenario& scenario);

}  // namespace entente::detail
