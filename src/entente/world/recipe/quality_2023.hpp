#pragma once

#include "entente/world/recipe/frame.hpp"

namespace entente::detail {

/// [i, n, s] how the flows of world-2023 came about.
///
/// Goods sold to the United States are observed; between economies of WIOD its pattern is scaled;
/// everything that needs a borrowed pattern, the imports of re-export hubs, whose level is set by
/// hand, and domestic sales raised to the lowest share are estimated.
Array3<Quality> trade_quality(const World2023Recipe& recipe, const Frame& frame,
                              const Array2<char>& raised);

/// [n, s] scaled for economies of WIOD, estimated where proxies stand in.
Array2<Quality> technology_quality(const Frame& frame);

}  // namespace entente::detail
