#pragma once

// The part of a world file that says what it is, without its arrays.

#include <filesystem>

#include "entente/world/world_catalog.hpp"

namespace entente::detail {

/// @throws DataError if it is not a world file of this version.
CatalogEntry read_catalog_entry(const std::filesystem::path& file);

}  // namespace entente::detail
