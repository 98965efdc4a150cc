#pragma once

#include <cstddef>

#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// G[n,s,r]: cost of inputs of s in one unit of money of what sector r of n makes, 0 to 1.
/// [eq:input-cost-share]  G[n,s,r] = input_share[n,s,r] (1 - value_added_share[n,r])
inline double input_cost_share(const World& world, std::size_t n, std::size_t s, std::size_t r) {
    if (!world.has_inputs()) return 0.0;
    return world.input_share()(n, s, r) * (1.0 - world.value_added_share()(n, r));
}

/// @throws ShapeError if the axes of `state` are not those of `world`, or n is not on them.
void require_fit(const World& world, const TradeState& state, std::size_t n = 0);

}  // namespace entente::detail
