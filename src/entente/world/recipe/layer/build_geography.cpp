#include <array>

#include "entente/source/typed_rows.hpp"
#include "entente/source/world_bank_gdp.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr double usd_per_million = 1e6;
constexpr int shipped_digits = 7;

struct CityRow {
    std::string iso3, city;
    double latitude = 0.0, longitude = 0.0;
};
struct LanguageRow {
    std::string iso3, language;
};
struct BorderRow {
    std::string iso3, neighbour;
};
struct MemberRow {
    std::string group, iso3, valid_from, valid_to, source;
};

LayerTable cities(const LayerRecipe& recipe) {
    static constexpr std::array<RowField<CityRow>, 4> fields{{
        {"iso3", &CityRow::iso3},
        {"city", &CityRow::city},
        {"latitude", &CityRow::latitude},
        {"longitude", &CityRow::longitude},
    }};
    LayerRows rows("geography", "cities");
    for (const CityRow& row : read_rows(recipe.list("cities"), fields, recipe.problems)) {
        rows.add(row.iso3, row.city, row.latitude, row.longitude);
    }
    return rows.sorted();
}

LayerTable languages(const LayerRecipe& recipe) {
    static constexpr std::array<RowField<LanguageRow>, 2> fields{{
        {"iso3", &LanguageRow::iso3},
        {"language", &LanguageRow::language},
    }};
    LayerRows rows("geography", "languages");
    for (const LanguageRow& row : read_rows(recipe.list("languages"), fields, recipe.problems)) {
        rows.add(row.iso3, row.language);
    }
    return rows.sorted();
}

LayerTable borders(const LayerRecipe& recipe) {
    static constexpr std::array<RowField<BorderRow>, 2> fields{{
        {"iso3", &BorderRow::iso3},
        {"neighbour", &BorderRow::neighbour},
    }};
    LayerRows rows("geography", "borders");
    for (const BorderRow& row : read_rows(recipe.list("borders"), fields, recipe.problems)) {
        rows.add(row.iso3, row.neighbour);
    }
    return rows.sorted();
}

LayerTable memberships(const LayerRecipe& recipe) {
    static constexpr std::array<RowField<MemberRow>, 5> fields{{
        {"group", &MemberRow::group},
        {"iso3", &MemberRow::iso3},
        {"valid_from", &MemberRow::valid_from},
        {"valid_to", &MemberRow::valid_to},
        {"source", &MemberRow::source},
    }};
    LayerRows rows("geography", "memberships");
    for (const MemberRow& row : read_rows(recipe.list("groups"), fields, recipe.problems)) {
        rows.add(row.group, row.iso3, row.valid_from, row.valid_to, row.source);
    }
    return rows.sorted();
}

LayerTable gdp(const LayerRecipe& recipe, const Axis& axis) {
    const int first_year = static_cast<int>(recipe.table.number("first_gdp_year"));
    LayerRows rows("geography", "gdp");
    for (const WorldBankGdp& row : read_world_bank_gdp(recipe.file("gdp"), recipe.problems)) {
        if (row.year < first_year || !axis.contains(row.country)) continue;
        rows.add(row.country, row.year, significant(row.value / usd_per_million, shipped_digits));
    }
    return rows.sorted();
}

}  // namespace

std::vector<LayerTable> build_geography(const LayerRecipe& recipe) {
    const std::vector<LayerEconomy> list = read_layer_economies(recipe);
    LayerRows economies("geography", "economies");
    for (const LayerEconomy& economy : list) {
        economies.add(economy.iso3, economy.name, economy.in_panel);
    }
    return {economies.sorted(), cities(recipe),      languages(recipe),
            borders(recipe),    memberships(recipe), gdp(recipe, axis_of(list))};
}

}  // namespace entente::detail
