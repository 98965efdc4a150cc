#include <fmt/format.h>

#include <array>
#include <utility>

#include "entente/base/error.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/recipe.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"

namespace entente {
namespace {

using Builder = std::vector<LayerTable> (*)(const detail::LayerRecipe&);

constexpr std::array<std::pair<std::string_view, Builder>, 10> builders{{
    {"finance", detail::build_finance},
    {"geography", detail::build_geography},
    {"ideal-points", detail::build_ideal_points},
    {"security", detail::build_security},
    {"signals", detail::build_signals},
    {"totals", detail::build_totals},
    {"us-products", detail::build_us_products},
    {"us-tariffs", detail::build_us_tariffs},
    {"us-trade", detail::build_us_trade},
    {"votes", detail::build_votes},
}};

Builder builder_named(std::string_view name) {
    for (const auto& [known, builder] : builders) {
        if (known == name) return builder;
    }
    return nullptr;
}

}  // namespace

bool is_layer_recipe(const std::filesystem::path& recipe) {
    Problems problems;
    const auto table = detail::RecipeTable::read(recipe, problems);
    problems.throw_if_any();
    return table->has("recipe") && builder_named(table->text("recipe")) != nullptr;
}

Layer build_layer_from_recipe(const std::filesystem::path& recipe,
                              const std::filesystem::path& raw) {
    Problems problems;
    auto table = detail::RecipeTable::read(recipe, problems);
    problems.throw_if_any();
    const Builder build = builder_named(table->text("recipe"));
    if (build == nullptr) {
        std::string names;
        for (const auto& [name, builder] : builders) {
            names += (names.empty() ? "" : ", ") + std::string(name);
        }
        table->report(ProblemKind::value_out_of_range, "recipe", table->text("recipe"), names);
        problems.throw_if_any();
    }
    const detail::LayerRecipe layer_recipe{
        .table = *table, .recipe_folder = recipe.parent_path(), .raw = raw, .problems = problems};
    LayerData data = detail::start_layer(layer_recipe);
    data.tables = build(layer_recipe);
    table->report_unknown_keys();
    problems.throw_if_any();
    return Layer(std::move(data));
}

}  // namespace entente
