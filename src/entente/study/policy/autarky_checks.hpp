#pragma once

// Closed forms a solved model must reproduce: autarky, and the order of the gains from trade.

#include <string>
#include <vector>

#include "entente/report/policy/verification.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Cuts each country off from all others, in the world as it is, without inputs, and with one
/// sector, and compares the solution with [eq:autarky]; then compares the gains of the three.
void add_autarky_checks(const World& world, const std::vector<std::string>& countries,
                        std::vector<VerifiedFigure>& figures);

}  // namespace entente::detail
