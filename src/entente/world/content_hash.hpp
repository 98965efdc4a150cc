#pragma once

#include <string>

#include "entente/world/world_data.hpp"

namespace entente::detail {

/// SHA-256 of all content but the name, in the order of the axes.
std::string content_hash(const WorldData& data);

}  // namespace entente::detail
