#pragma once

#include <vector>

#include "entente/world/check_world.hpp"
#include "entente/world/trade_state.hpp"

namespace entente::detail {

/// The reference values of a world, each held against what the world says; check_world.hpp lists
/// what they may ask for.
std::vector<CheckResult> check_reference_values(const World& world, const TradeState& state);

}  // namespace entente::detail
