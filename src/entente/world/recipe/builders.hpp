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

/// The world of 2023, from WIOD, BACI, Census, World Bank and other files; docs/guide/world-2023.md
/// tells how. `recipe_folder` holds the lists kept beside the recipe.
WorldData build_world_2023(const RecipeTable& recipe, const std::filesystem::path& recipe_folder,
                           const std::filesystem::path& raw, Problems& problems);

/// A yearly world of WIOD, 1995 to 2011. `recipe_folder` holds what all years share.
WorldData build_history(const RecipeTable& recipe, const std::filesystem::path& recipe_folder,
                        const std::filesystem::path& raw, Problems& problems);

}  // namespace entente::detail
