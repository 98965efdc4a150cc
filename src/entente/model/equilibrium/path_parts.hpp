#pragma once

// The parts of welfare on one panel of a path, from the equilibria at its points.

#include <memory>
#include <vector>

#include "entente/model/equilibrium/path_decomposition.hpp"
#include "entente/model/equilibrium/path_point.hpp"
#include "entente/numerics/path_rule.hpp"

namespace entente::detail {

/// Points are shared between panels that meet.
using PathPoints = std::vector<std::shared_ptr<const PathPoint>>;

/// @param shock   the whole shock, at the end of the path.
/// @param points  one for each node of the rule.
/// @return        [n] the parts, and as welfare the exact change between the ends of the panel.
std::vector<PathParts> path_parts(const Baseline& baseline, const Shock& shock,
                                  const PathRule& rule, const PathPoints& points);

}  // namespace entente::detail
