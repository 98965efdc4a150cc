#include "entente/world/recipe/recipe_head.hpp"

namespace entente::detail {
namespace {

Parameter read_assumption(const std::string& name, const RecipeTable& entry) {
    return {.name = name,
            .value = entry.number("value"),
            .unit = entry.text("unit"),
            .low = entry.number("low"),
            .high = entry.number("high"),
            .source = entry.text("source")};
}

}  // namespace

Source read_source(const RecipeTable& entry) {
    return {.code = entry.text("code"),
            .title = entry.text("title"),
            .publisher = entry.text("publisher"),
            .year = entry.text("year"),
            .url = entry.text("url"),
            .licence = entry.text("licence")};
}

RecipeHead read_shared_head(const RecipeTable& shared) {
    RecipeHead head;
    for (const RecipeTable& entry : shared.tables("source")) {
        head.sources.push_back(read_source(entry));
    }
    const RecipeTable assumptions = shared.table("assumption");
    for (const std::string& name : assumptions.keys()) {
        const Parameter parameter = read_assumption(name, assumptions.table(name));
        if (parameter.value < *parameter.low || parameter.value > *parameter.high) {
            assumptions.report(ProblemKind::value_out_of_range, name, {},
                               "a value between low and high");
        }
        head.assumptions[name] = parameter;
    }
    return head;
}

void read_name(const RecipeTable& recipe, RecipeHead& head) {
    head.recipe = recipe.text("recipe");
    head.name = recipe.text("name");
    head.title = recipe.text("title");
    head.base_year = static_cast<int>(recipe.number("base_year"));
    head.unit = recipe.text("unit");
}

RecipeHead read_recipe_head(const RecipeTable& recipe) {
    RecipeHead head = read_shared_head(recipe);
    read_name(recipe, head);
    return head;
}

double assumed(const RecipeHead& head, const RecipeTable& recipe, const std::string& name) {
    const auto found = head.assumptions.find(name);
    if (found != head.assumptions.end()) return found->second.value;
    recipe.report(ProblemKind::missing_key, "assumption." + name);
    return 0.0;
}

WorldData start_world(const RecipeHead& head) {
    WorldData data;
    data.name = head.name;
    data.base_year = head.base_year;
    data.unit = head.unit;
    for (const Source& source : head.sources) data.source_names.push_back(source.code);
    data.sources = head.sources;
    for (const auto& [name, parameter] : head.assumptions) data.parameters.push_back(parameter);
    return data;
}

}  // namespace entente::detail
