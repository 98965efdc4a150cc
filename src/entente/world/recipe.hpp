#pragma once

// Worlds built from raw publisher files by a recipe, a TOML file that names the files and states
// every choice made on the way.

#include <filesystem>

#include "entente/world/world.hpp"

namespace entente {

/// Builds the world a recipe describes from the publishers' files under `raw`.
/// @throws DataError with all problems of the recipe and of the files.
World build_from_recipe(const std::filesystem::path& recipe, const std::filesystem::path& raw);

}  // namespace entente
