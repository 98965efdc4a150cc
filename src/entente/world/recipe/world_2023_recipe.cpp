#include "entente/world/recipe/world_2023_recipe.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace entente::detail {
namespace {

constexpr std::array<std::string_view, 28> assumptions_needed{
    "trade_elasticity_services", "gdp_taiwan",
    "mix_smoothing_pair",        "mix_smoothing_us",
    "mix_rest_weight",           "taiwan_growth_lowest",
    "taiwan_growth_highest",     "taiwan_growth_elsewhere",
    "split_full_weight",         "split_ELE_USA_domestic",
    "split_ELE_USA_exports",     "split_MVH_USA_domestic",
    "split_MVH_USA_exports",     "domestic_mix_power",
    "domestic_mix_lowest",       "domestic_mix_highest",
    "domestic_level_low_factor", "domestic_share_lowest",
    "services_pair_weight",      "services_level",
    "closure_factor_scale",      "closure_balance_scale",
    "value_added_share_lowest",  "value_added_share_highest",
    "value_added_share_oil",     "services_share_lowest",
    "final_demand_lowest",       "tariff_cp2015_factor",
};

EconomyData economy_data(const RecipeTable& entry) {
    static constexpr std::array<std::pair<std::string_view, EconomyData>, 4> words{{
        {"wiod", EconomyData::wiod},
        {"icio", EconomyData::icio},
        {"totals", EconomyData::totals},
        {"rest", EconomyData::rest},
    }};
    const std::string text = entry.text("data");
    for (const auto& [word, data] : words) {
        if (text == word) return data;
    }
    entry.report(ProblemKind::value_out_of_range, "data", text, "wiod, icio, totals or rest");
    return EconomyData::wiod;
}

RecipeEconomy read_economy(const RecipeTable& entry) {
    RecipeEconomy economy{.code = entry.text("code"),
                          .name = entry.text("name"),
                          .data = economy_data(entry),
                          .proxies = {}};
    if (economy.data == EconomyData::wiod || economy.data == EconomyData::rest) return economy;
    economy.proxies = entry.numbers("proxy");
    double sum = 0.0;
    for (const auto& [code, share] : economy.proxies) sum += share;
    // Shares are written with one decimal; nothing but their own binary rounding may be left.
    if (sum < 1.0 - 1e-9 || sum > 1.0 + 1e-9) {
        entry.report(ProblemKind::shares_do_not_add_up, "proxy");
    }
    return economy;
}

RecipeSector read_sector(const RecipeTable& entry) {
    const std::string kind = entry.text("kind");
    if (kind != "goods" && kind != "services") {
        entry.report(ProblemKind::value_out_of_range, "kind", kind, "goods or services");
    }
    const bool is_goods = kind == "goods";
    return {.code = entry.text("code"),
            .name = entry.text("name"),
            .kind = is_goods ? SectorKind::goods : SectorKind::services,
            .isic = entry.text("isic"),
            .wiod = entry.texts("wiod"),
            .gtap = is_goods ? entry.texts("gtap") : std::vector<std::string>{},
            .cp2015 = entry.texts("cp2015")};
}

RecipeFiles read_files(const RecipeTable& files, const std::filesystem::path& recipe_folder,
                       const std::filesystem::path& raw) {
    return {.wiod_sales = raw / files.text("wiod_sales"),
            .wiod_output = raw / files.text("wiod_output"),
            .wiod_inputs = raw / files.text("wiod_inputs"),
            .us_imports_hs2 = raw / files.text("us_imports_hs2"),
            .us_imports_hs6 = raw / files.text("us_imports_hs6"),
            .us_imports_gtap = raw / files.text("us_imports_gtap"),
            .us_imports_naics3 = raw / files.text("us_imports_naics3"),
            .census_countries = raw / files.text("census_countries"),
            .hs6_gtap_sectors = raw / files.text("hs6_gtap_sectors"),
            .baci_totals = raw / files.text("baci_totals"),
            .icio_goods_totals = raw / files.text("icio_goods_totals"),
            .unctad_trade_matrix = raw / files.text("unctad_trade_matrix"),
            .gdp = raw / files.text("gdp"),
            .latest_gdp = raw / files.text("latest_gdp"),
            .tariffs = raw / files.text("tariffs"),
            .elasticities = raw / files.text("elasticities"),
            .cp2015_sectors = raw / files.text("cp2015_sectors"),
            .cp2015_tariffs = raw / files.text("cp2015_tariffs"),
            .cp2015_inputs = raw / files.text("cp2015_inputs"),
            .cp2015_output = raw / files.text("cp2015_output"),
            .groups = recipe_folder / files.text("groups"),
            .agreements = recipe_folder / files.text("agreements")};
}

RecipeCensusNames read_census(const RecipeTable& census) {
    RecipeCensusNames names{.union_code = census.text("union_code"),
                            .union_group = census.text("union_group"),
                            .partners = {}};
    const RecipeTable partners = census.table("partner_names");
    for (const std::string& code : partners.keys()) {
        names.partners.emplace_back(code, partners.text(code));
    }
    return names;
}

RecipeTariffLevels read_tariff_levels(const RecipeTable& tariffs) {
    RecipeTariffLevels levels{.series = tariffs.text("series"),
                              .stated = tariffs.numbers("stated"),
                              .from_cp2015 = tariffs.texts("from_cp2015"),
                              .like_others = {}};
    const RecipeTable like = tariffs.table("like_others");
    for (const std::string& code : like.keys()) {
        levels.like_others.emplace_back(code, like.texts(code));
    }
    return levels;
}

ReferenceValue read_reference(const RecipeTable& entry) {
    ReferenceValue reference{.check = entry.text("check"),
                             .subject = entry.text("subject"),
                             .value = entry.number("value"),
                             .unit = entry.text("unit"),
                             .tolerance = {},
                             .source = entry.text("source")};
    if (entry.has("tolerance")) reference.tolerance = entry.number("tolerance");
    return reference;
}

void read_lists(const RecipeTable& table, World2023Recipe& recipe) {
    const RecipeTable years = table.table("years");
    recipe.wiod_year = static_cast<int>(years.number("wiod"));
    recipe.sitc_year = static_cast<int>(years.number("sitc"));
    recipe.goods_level_year = static_cast<int>(years.number("goods_levels"));
    const std::string day = years.text("agreements_in_force");
    const auto date = parse_date(day);
    if (!date) years.report(ProblemKind::not_a_date, "agreements_in_force", day);
    recipe.agreements_day = date.value_or(Date{});
    const RecipeTable reasons = table.table("reasons");
    recipe.proxy_reason = reasons.text("proxies");
    recipe.sitc_reason = reasons.text("sitc");
    recipe.tariff_level_reason = reasons.text("tariff_levels");
    const RecipeTable lists = table.table("lists");
    recipe.untraded_economy = lists.text("untraded_economy");
    recipe.comparison_economy = lists.text("comparison_economy");
    recipe.hubs = lists.texts("hubs");
    recipe.domestic_level_reference = lists.texts("domestic_level_reference");
    recipe.low_domestic_level = lists.texts("low_domestic_level");
    recipe.oil_sector = lists.text("oil_sector");
    recipe.oil_exporters = lists.texts("oil_exporters");
    recipe.services_without_trade = lists.texts("services_without_trade");
    recipe.us_duties_checked = lists.texts("us_duties_checked");
    recipe.split_reference = lists.texts("split_reference");
}

/// A code may stand once in a list of the recipe.
template <class Records>
void check_repeats(const RecipeTable& table, const Records& records, std::string_view key) {
    std::set<std::string> seen;
    for (const auto& record : records) {
        if (!seen.insert(record.code).second) {
            table.report(ProblemKind::duplicate_row, key, record.code);
        }
    }
}

/// Codes used in the recipe must be codes of the recipe.
void check_codes(const RecipeTable& table, const World2023Recipe& recipe) {
    const auto known_sector = [&](const std::string& code) {
        return std::ranges::find(recipe.sectors, code, &RecipeSector::code) != recipe.sectors.end();
    };
    const auto known_economy = [&](const std::string& code) {
        return std::ranges::find(recipe.economies, code, &RecipeEconomy::code) !=
               recipe.economies.end();
    };
    const auto in_wiod = [&](const std::string& code) {
        const auto found = std::ranges::find(recipe.economies, code, &RecipeEconomy::code);
        return found != recipe.economies.end() && found->data == EconomyData::wiod;
    };
    for (const RecipeEconomy& economy : recipe.economies) {
        for (const auto& [code, share] : economy.proxies) {
            if (!in_wiod(code)) table.report(ProblemKind::unknown_country, "economy", code);
        }
    }
    for (const CodeNumbers& weights : recipe.sitc_weights) {
        for (const auto& [code, weight] : weights) {
            if (!known_sector(code)) table.report(ProblemKind::unknown_sector, "sitc", code);
        }
    }
    std::vector<std::string> used{recipe.untraded_economy, recipe.comparison_economy};
    for (const auto* list :
         {&recipe.hubs, &recipe.domestic_level_reference, &recipe.low_domestic_level,
          &recipe.oil_exporters, &recipe.us_duties_checked}) {
        used.insert(used.end(), list->begin(), list->end());
    }
    for (const std::string& code : used) {
        if (!known_economy(code)) table.report(ProblemKind::unknown_country, "lists", code);
    }
    std::vector<std::string> used_sectors = recipe.services_without_trade;
    used_sectors.push_back(recipe.oil_sector);
    for (const std::string& code : used_sectors) {
        if (!known_sector(code)) table.report(ProblemKind::unknown_sector, "lists", code);
    }
    for (const RecipeSplit& split : recipe.splits) {
        for (const std::string& code : {split.first, split.second}) {
            if (!known_sector(code)) table.report(ProblemKind::unknown_sector, "split", code);
        }
    }
}

}  // namespace

World2023Recipe read_world_2023_recipe(const RecipeTable& table,
                                       const std::filesystem::path& recipe_folder,
                                       const std::filesystem::path& raw) {
    World2023Recipe recipe;
    recipe.head = read_recipe_head(table);
    for (const std::string_view name : assumptions_needed) {
        detail::assumed(recipe.head, table, std::string(name));
    }
    recipe.files = read_files(table.table("files"), recipe_folder, raw);
    recipe.census = read_census(table.table("census"));
    recipe.tariff_levels = read_tariff_levels(table.table("tariff_levels"));
    read_lists(table, recipe);
    for (const RecipeTable& entry : table.tables("economy")) {
        recipe.economies.push_back(read_economy(entry));
    }
    for (const RecipeTable& entry : table.tables("sector")) {
        recipe.sectors.push_back(read_sector(entry));
    }
    for (const RecipeTable& entry : table.tables("split")) {
        recipe.splits.push_back({entry.text("wiod"), entry.text("first"), entry.text("second")});
    }
    const RecipeTable sitc = table.table("sitc");
    for (std::size_t section = 0; section < recipe.sitc_weights.size(); ++section) {
        recipe.sitc_weights[section] = sitc.numbers("section_" + std::to_string(section));
    }
    for (const RecipeTable& entry : table.tables("goods_pair_checked")) {
        recipe.goods_pairs_checked.emplace_back(entry.text("exporter"), entry.text("importer"));
    }
    for (const RecipeTable& entry : table.tables("reference")) {
        recipe.references.push_back(read_reference(entry));
    }
    check_repeats(table, recipe.economies, "economy");
    check_repeats(table, recipe.sectors, "sector");
    check_codes(table, recipe);
    table.report_unknown_keys();
    return recipe;
}

}  // namespace entente::detail
