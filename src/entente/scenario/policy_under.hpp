#pragma once

// What is in force while a regime rules.

#include "entente/scenario/scenario.hpp"

namespace entente {

/// The scenario with the measures of a regime after its own, and with the answer of the regime
/// where it has none itself and the regime has one; the same scenario without a regime.
Scenario policy_under(Scenario scenario, const PolicyRegime* regime);

}  // namespace entente
