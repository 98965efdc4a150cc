#pragma once

// What the recipe of world-2023 states, as plain data. data/recipes/world-2023.toml explains every
// entry.

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/world/recipe/recipe_head.hpp"

namespace entente::detail {

/// Which data know an economy.
enum class EconomyData {
    /// The World Input-Output Database, and with it the goods totals of 2018.
    wiod,
    /// The goods totals of 2018.
    icio,
    /// Only trade totals and GDP.
    totals,
    /// Everybody else, as one.
    rest,
};

struct RecipeEconomy {
    std::string code;
    std::string name;
    EconomyData data = EconomyData::wiod;
    /// Shares of the WIOD economies that stand in for it; empty where it is one of them.
    CodeNumbers proxies;
};

struct RecipeSector {
    std::string code;
    std::string name;
    SectorKind kind = SectorKind::unstated;
    std::string isic;
    std::vector<std::string> wiod;
    std::vector<std::string> gtap;
    std::vector<std::string> cp2015;
};

/// One sector of WIOD that becomes two of ours.
struct RecipeSplit {
    std::string wiod;
    std::string first;
    std::string second;
};

/// Names the files of the raw folder, complete paths.
struct RecipeFiles {
    std::filesystem::path wiod_sales, wiod_output, wiod_inputs, us_imports_hs2, us_imports_hs6,
        us_imports_gtap, us_imports_naics3, census_countries, hs6_gtap_sectors, baci_totals,
        icio_goods_totals, unctad_trade_matrix, gdp, latest_gdp, tariffs, elasticities,
        cp2015_sectors, cp2015_tariffs, cp2015_inputs, cp2015_output;
    /// Beside the recipe.
    std::filesystem::path groups, agreements;
};

/// How the trade statistics of the United States name some partners.
struct RecipeCensusNames {
    /// Code of the European Union, which stands beside its members.
    std::string union_code;
    std::string union_group;
    /// Names by country code, for yearly totals.
    std::vector<std::pair<std::string, std::string>> partners;
};

struct RecipeTariffLevels {
    /// Series of the World Bank.
    std::string series;
    /// Ad valorem rates by country.
    CodeNumbers stated;
    /// Importers whose level is their mean of 2005 in the cp2015 data.
    std::vector<std::string> from_cp2015;
    /// Importers whose level is the mean of others.
    std::vector<std::pair<std::string, std::vector<std::string>>> like_others;
};

struct World2023Recipe {
    RecipeHead head;
    std::vector<RecipeEconomy> economies;
    /// Goods first.
    std::vector<RecipeSector> sectors;
    std::vector<RecipeSplit> splits;
    RecipeFiles files;
    RecipeCensusNames census;
    RecipeTariffLevels tariff_levels;
    /// [SITC section 0 to 8] weights of goods sectors.
    std::array<CodeNumbers, 9> sitc_weights;
    /// Years of WIOD, of the SITC matrix and of the goods levels, and the day agreements are looked
    /// at.
    int wiod_year = 0;
    int sitc_year = 0;
    int goods_level_year = 0;
    Date agreements_day{};
    /// Code of the economy whose trade is built from 2018, and of the one its growth is measured
    /// by.
    std::string untraded_economy;
    std::string comparison_economy;
    std::vector<std::string> hubs;
    std::vector<std::string> domestic_level_reference;
    std::vector<std::string> low_domestic_level;
    std::string oil_sector;
    std::vector<std::string> oil_exporters;
    std::vector<std::string> services_without_trade;
    /// Economies and sectors of the cp2015 data that tell how users divide a split input.
    std::vector<std::string> split_reference;
    /// Why figures that stand in tables of the recipe were chosen, by table.
    std::string proxy_reason;
    std::string sitc_reason;
    std::string tariff_level_reason;
    /// Economies whose mean duty in the United States is held against the customs records.
    std::vector<std::string> us_duties_checked;
    /// Exporter and importer whose goods total is held against BACI.
    std::vector<std::pair<std::string, std::string>> goods_pairs_checked;
    std::vector<ReferenceValue> references;

    /// Value of an assumption; the reader has seen to it that all are stated.
    double assumed(const std::string& name) const { return head.assumptions.at(name).value; }
};

/// Reads the recipe; what is wrong with it goes to the problems of `table`.
World2023Recipe read_world_2023_recipe(const RecipeTable& table,
                                       const std::filesystem::path& recipe_folder,
                                       const std::filesystem::path& raw);

}  // namespace entente::detail
