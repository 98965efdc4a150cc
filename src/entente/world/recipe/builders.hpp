#pragma once

// The builders a recipe can name.

#include <filesystem>

#include "entente/world/recipe/recipe_head.hpp"
#include "entente/world/recipe/recipe_table.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

/// The data of Caliendo and Parro (2015), from the text files of their replication package.
WorldData build_cp2015(const RecipeTable& recipe, const std::filesystem::path& raw,
                       Problems& problems);

}  // namespace entente::detail
