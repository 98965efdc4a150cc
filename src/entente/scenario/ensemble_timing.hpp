#pragma once

// The tables [ensemble.horizon] and [ensemble.regime]: how long after, and in which year.

#include "entente/scenario/scenario.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente::detail {

void read_horizon(const Section& section, HorizonChances& chances);

void read_regime_year(const Section& section, const Scenario& scenario, RegimeYear& year);

/// What an ensemble of regimes needs beside its own table.
/// @param section  the table [ensemble].
void check_regimes(const Section& section, const Scenario& scenario);

}  // namespace entente::detail
