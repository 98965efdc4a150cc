#pragma once

// The builders a recipe of a layer can name. Each gives the tables of its layout in the order of
// the layout, sorted by their keys; what is wrong with files goes to the problems of the recipe.

#include <vector>

#include "entente/world/recipe/layer/layer_recipe.hpp"

namespace entente::detail {

std::vector<LayerTable> build_totals(const LayerRecipe& recipe);
std::vector<LayerTable> build_ideal_points(const LayerRecipe& recipe);
std::vector<LayerTable> build_votes(const LayerRecipe& recipe);
std::vector<LayerTable> build_finance(const LayerRecipe& recipe);
std::vector<LayerTable> build_signals(const LayerRecipe& recipe);
std::vector<LayerTable> build_us_trade(const LayerRecipe& recipe);
std::vector<LayerTable> build_us_products(const LayerRecipe& recipe);
std::vector<LayerTable> build_us_tariffs(const LayerRecipe& recipe);
std::vector<LayerTable> build_security(const LayerRecipe& recipe);
std::vector<LayerTable> build_geography(const LayerRecipe& recipe);

}  // namespace entente::detail
