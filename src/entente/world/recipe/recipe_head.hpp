#pragma once

// What every recipe states, whatever it builds.

#include <map>
#include <string>

#include "entente/world/recipe/recipe_table.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

struct RecipeHead {
    /// The builder: "cp2015", "history" or "world-2023".
    std::string recipe;
    std::string name;
    std::string title;
    int base_year = 0;
    std::string unit;
    std::vector<Source> sources;
    /// Every figure somebody chose, by name, with its range and the reason or citation.
    std::map<std::string, Parameter> assumptions;
};

/// What a recipe is called: name, title, base year, unit.
void read_name(const RecipeTable& recipe, RecipeHead& head);

/// A table under [[source]].
Source read_source(const RecipeTable& entry);

/// Sources and assumptions of a file that several recipes share; the rest stays empty.
RecipeHead read_shared_head(const RecipeTable& shared);

RecipeHead read_recipe_head(const RecipeTable& recipe);

/// The value of an assumption; one that is not stated is reported and gives 0.
double assumed(const RecipeHead& head, const RecipeTable& recipe, const std::string& name);

/// A world with nothing but what the head says.
WorldData start_world(const RecipeHead& head);

}  // namespace entente::detail
