#pragma once

// The layer of positions from an estimate.

#include "entente/realignment/estimate_positions.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente::detail {

/// With figures of six decimals and the sources and last day of the roll calls.
Layer make_positions_layer(const Layer& votes, const Positions& positions,
                           const PositionOptions& options);

}  // namespace entente::detail
