#pragma once

// Worlds and layers built from raw publisher files by a recipe, a TOML file that names the files
// and states every choice made on the way.

#include <filesystem>

#include "entente/world/layer/layer.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Builds the world a recipe describes from the publishers' files under `raw`.
/// @throws DataError with all problems of the recipe and of the files.
World build_from_recipe(const std::filesystem::path& recipe, const std::filesystem::path& raw);

/// Whether a recipe makes a layer. @throws DataError if it cannot be read.
bool is_layer_recipe(const std::filesystem::path& recipe);

/// Builds the layer a recipe describes from the publishers' files under `raw` and the lists beside
/// the recipe.
/// @throws DataError with all problems of the recipe and of the files.
Layer build_layer_from_recipe(const std::filesystem::path& recipe,
                              const std::filesystem::path& raw);

}  // namespace entente
