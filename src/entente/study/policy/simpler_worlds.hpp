#pragma once

// A world with less structure, to see what structure does: one elasticity, no inputs, one sector.

#include "entente/world/world.hpp"

namespace entente::detail {

/// The same world with another theta in one sector.
/// @throws OptionError for an unknown sector.
World with_trade_elasticity(const World& world, const std::string& sector, double theta);

/// The same world with one theta in all sectors.
World with_one_elasticity(const World& world, double theta);

/// All spending is final and all cost is labour.
World without_inputs(const World& world);

/// Trade summed over sectors, tariffs weighted with it; no inputs.
World with_one_sector(const World& world, double theta);

}  // namespace entente::detail
