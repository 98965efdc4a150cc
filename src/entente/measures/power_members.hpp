#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::detail {

/// [i] true for the members of a power; a position given twice counts once.
/// @throws ShapeError for a position that is not in the world.
std::vector<bool> power_members(std::size_t num_countries, std::span<const std::size_t> power);

}  // namespace entente::detail
