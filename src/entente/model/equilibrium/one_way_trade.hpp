#pragma once

// Whether trade could balance at all under a shock that stops some of it.

#include <optional>
#include <utility>

#include "entente/model/equilibrium/trade_system.hpp"

namespace entente::detail {

/// A seller and a buyer such that nothing finds its way back: neither the buyer nor anybody it
/// sells to, directly or through others, sells to countries outside. What they pay for imports they
/// could never earn, so that without a deficit of theirs there is no equilibrium. Empty if there is
/// none, and always under multiplicative deficits, where it proves nothing.
std::optional<std::pair<std::size_t, std::size_t>> one_way_trade(const TradeSystem& system);

}  // namespace entente::detail
