#pragma once

// From the model's decomposition of welfare to the rows of a report.

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/report/policy/welfare_path.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

WelfarePath follow_welfare_path(const World& world, const Baseline& baseline, const Shock& shock);

}  // namespace entente::detail
