#pragma once

// What every recipe of a layer states, whatever it builds: the head, the files, the lists beside
// the recipe, and the figures the finished layer is held against.

#include <filesystem>
#include <string>
#include <string_view>

#include "entente/base/axis.hpp"
#include "entente/world/layer/layer.hpp"
#include "entente/world/recipe/recipe_table.hpp"

namespace entente::detail {

/// A recipe while it is followed.
struct LayerRecipe {
    RecipeTable table;
    std::filesystem::path recipe_folder;
    std::filesystem::path raw;
    Problems& problems;

    /// A publisher's file, by its key under [files].
    std::filesystem::path file(std::string_view key) const;
    /// A list kept beside the recipe, by its key under [lists].
    std::filesystem::path list(std::string_view key) const;
};

/// The head, with sources and reference values; tables are empty.
LayerData start_layer(const LayerRecipe& recipe);

/// An economy the layers `totals` and `geography` are about.
struct LayerEconomy {
    std::string iso3;
    std::string name;
    /// 1 in the fixed panel of the measures.
    int in_panel = 0;
};

/// The list of economies beside the recipes, by code.
std::vector<LayerEconomy> read_layer_economies(const LayerRecipe& recipe);
Axis axis_of(const std::vector<LayerEconomy>& economies);

/// A figure with `digits` significant digits, as it is shipped: fewer digits keep files small.
double significant(double value, int digits);

}  // namespace entente::detail
