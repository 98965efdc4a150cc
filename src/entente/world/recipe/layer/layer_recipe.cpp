#include "entente/world/recipe/layer/layer_recipe.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "entente/source/typed_rows.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/recipe/recipe_head.hpp"

namespace entente::detail {
namespace {

ReferenceValue read_reference(const RecipeTable& entry) {
    ReferenceValue reference{.check = entry.text("check"),
                             .subject = entry.text("subject"),
                             .value = entry.number("value"),
                             .unit = entry.text("unit"),
                             .source = entry.text("source")};
    if (entry.has("tolerance")) reference.tolerance = entry.number("tolerance");
    return reference;
}

}  // namespace

std::filesystem::path LayerRecipe::file(std::string_view key) const {
    return raw / table.table("files").text(key);
}

std::filesystem::path LayerRecipe::list(std::string_view key) const {
    return recipe_folder / table.table("lists").text(key);
}

LayerData start_layer(const LayerRecipe& recipe) {
    LayerData data;
    data.name = recipe.table.text("name");
    data.layout = recipe.table.text("recipe");
    const LayerLayout* layout = find_layer_layout(data.layout);
    data.version = layout == nullptr ? 0 : layout->version;
    data.title = recipe.table.text("title");
    const std::string as_of = recipe.table.text("as_of");
    if (const auto day = parse_date(as_of)) {
        data.as_of = *day;
    } else {
        recipe.table.report(ProblemKind::not_a_date, "as_of", as_of, "\"YYYY-MM-DD\"");
    }
    for (const RecipeTable& entry : recipe.table.tables("source")) {
        data.sources.push_back(read_source(entry));
        data.source_names.push_back(data.sources.back().code);
    }
    if (!recipe.table.has("reference")) return data;
    for (const RecipeTable& entry : recipe.table.tables("reference")) {
        data.reference_values.push_back(read_reference(entry));
    }
    return data;
}

std::vector<LayerEconomy> read_layer_economies(const LayerRecipe& recipe) {
    static constexpr std::array<RowField<LayerEconomy>, 3> fields{{
        {"iso3", &LayerEconomy::iso3},
        {"name", &LayerEconomy::name},
        {"in_panel", &LayerEconomy::in_panel},
    }};
    return read_rows(recipe.list("economies"), fields, recipe.problems);
}

Axis axis_of(const std::vector<LayerEconomy>& economies) {
    std::vector<std::string> codes;
    codes.reserve(economies.size());
    for (const LayerEconomy& economy : economies) codes.push_back(economy.iso3);
    return Axis(std::move(codes));
}

double significant(double value, int digits) {
    return std::strtod(fmt::format("{:.{}e}", value, digits - 1).c_str(), nullptr);
}

}  // namespace entente::detail
