#pragma once

// The recipe of a yearly world of WIOD: what is stated once for all years, and what for one.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/axis.hpp"
#include "entente/world/recipe/recipe_head.hpp"

namespace entente::detail {

struct HistoryRecipe {
    RecipeHead head;
    std::vector<Country> countries;
    /// With their trade elasticities.
    std::vector<Sector> sectors;
    Axis country_codes;
    /// Codes of WIOD's sectors, and [place among them] the sector each goes to.
    Axis wiod_sectors;
    std::vector<std::size_t> sector_of;
    /// Year of the full table that tells what sectors buy.
    int technology_year = 0;
    double lowest_domestic_share = 0.0;
    std::filesystem::path sales, table;
};

/// @param folder  where the recipe lies, and the file of common statements that it names.
/// @param raw     the raw folder.
HistoryRecipe read_history_recipe(const RecipeTable& recipe, const std::filesystem::path& folder,
                                  const std::filesystem::path& raw, Problems& problems);

}  // namespace entente::detail
