#pragma once

// How countries answer tariffs that a scenario raises on their goods.

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Adds to the tariff of each country under `by`, on what it buys from each under `against`, the
/// points that the other added in the same sector, times the factor of the rule. Points are counted
/// from the rates of the world to those after all measures; cuts and other barriers are not
/// answered, nor are answers. The definition is ours.
void retaliate(const World& world, const Scenario& scenario, Problems& problems, Shock& shock);

}  // namespace entente::detail
