#include "entente/world/recipe/history_recipe.hpp"

namespace entente::detail {
namespace {

void read_sectors(const RecipeTable& common, HistoryRecipe& recipe) {
    std::vector<std::string> wiod;
    const double services = assumed(recipe.head, common, "trade_elasticity_services");
    for (const RecipeTable& entry : common.tables("sector")) {
        const std::string kind = entry.text("kind");
        if (kind != "goods" && kind != "services") {
            entry.report(ProblemKind::value_out_of_range, "kind", kind, "goods or services");
        }
        const bool is_goods = kind == "goods";
        for (const std::string& code : entry.texts("wiod")) {
            wiod.push_back(code);
            recipe.sector_of.push_back(recipe.sectors.size());
        }
        recipe.sectors.push_back(
            {.code = entry.text("code"),
             .name = entry.text("name"),
             .kind = is_goods ? SectorKind::goods : SectorKind::services,
             .trade_elasticity = is_goods ? entry.number("trade_elasticity") : services,
             .isic = entry.text("isic")});
    }
    recipe.wiod_sectors = Axis(wiod);
}

}  // namespace

HistoryRecipe read_history_recipe(const RecipeTable& table, const std::filesystem::path& folder,
                                  const std::filesystem::path& raw, Problems& problems) {
    HistoryRecipe recipe;
    recipe.technology_year = static_cast<int>(table.number("technology_year"));
    const RecipeTable files = table.table("files");
    recipe.sales = raw / files.text("sales");
    recipe.table = raw / files.text("table");
    const auto common = RecipeTable::read(folder / table.text("common"), problems);
    problems.throw_if_any();
    recipe.head = read_shared_head(*common);
    read_name(table, recipe.head);
    std::vector<std::string> codes;
    for (const RecipeTable& entry : common->tables("country")) {
        recipe.countries.push_back({entry.text("code"), entry.text("name")});
        codes.push_back(recipe.countries.back().code);
    }
    recipe.country_codes = Axis(codes);
    read_sectors(*common, recipe);
    recipe.lowest_domestic_share = assumed(recipe.head, *common, "lowest_domestic_share");
    table.report_unknown_keys();
    common->report_unknown_keys();
    problems.throw_if_any();
    return recipe;
}

}  // namespace entente::detail
