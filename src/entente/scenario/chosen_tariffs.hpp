#pragma once

// Who chooses tariffs in answer to a scenario, and on what.

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Each entry under `by`, and under the rule nash each under `against`, is a party: a country, or a
/// group that sets one tariff for all its members. "*" stands for each country left. The definition
/// is ours. Reports codes that the world lacks and countries on both sides or in two parties.
///
/// @param shock  what the measures together change; gets the parties.
void choose_tariffs(const World& world, const Scenario& scenario, Problems& problems, Shock& shock);

}  // namespace entente::detail
