#pragma once

#include "entente/base/problem.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

/// Adds everything that keeps `data` from being a world, named by codes. Does not stop at the
/// first.
void validate_world(const WorldData& data, Problems& problems);

}  // namespace entente::detail
