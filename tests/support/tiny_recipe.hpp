#pragma once

// A recipe of the kind of world-2023 small enough for figures by hand: five economies and the rest,
// three goods and two services. Tests of one step give it the raw rows that the step reads.

#include "entente/base/error.hpp"
#include "entente/world/recipe/frame.hpp"
#include "entente/world/recipe/raw_2023.hpp"
#include "support/raw_folder.hpp"

namespace entente::testing {

/// USA, CHN and TWN are in WIOD, HKG (a hub, like USA and CHN in halves) in the totals of 2018, QAT
/// (like CHN) in neither, ROW is the rest. AGR is c1, ELE and EEQ share c14, TRD is c20 and does
/// not cross borders, BUS is c30.
inline detail::World2023Recipe tiny_recipe() {
    using detail::EconomyData;
    detail::World2023Recipe recipe;
    recipe.head.base_year = 2023;
    recipe.head.unit = "million USD";
    recipe.wiod_year = 2011;
    recipe.sitc_year = 2015;
    recipe.goods_level_year = 2018;
    recipe.agreements_day = *parse_date("2023-12-31");
    recipe.economies = {
        {"USA", "United States", EconomyData::wiod, {}},
        {"CHN", "China", EconomyData::wiod, {}},
        {"TWN", "Taiwan", EconomyData::wiod, {}},
        {"HKG", "Hong Kong", EconomyData::icio, {{"CHN", 0.5}, {"USA", 0.5}}},
        {"QAT", "Qatar", EconomyData::totals, {{"CHN", 1.0}}},
        {"ROW", "Rest of the world", EconomyData::rest, {}},
    };
    const auto goods = SectorKind::goods;
    const auto services = SectorKind::services;
    recipe.sectors = {
        {"AGR", "Agriculture", goods, "01-03", {"c1"}, {"wht", "fsh"}, {"Agriculture"}},
        {"ELE", "Electronics", goods, "26", {"c14"}, {"ele"}, {"Office", "Medical"}},
        {"EEQ", "Electrical", goods, "27", {"c14"}, {"eeq"}, {"Electrical"}},
        {"TRD", "Trade", services, "45-47", {"c20"}, {}, {"Retail"}},
        {"BUS", "Business", services, "69-78", {"c30"}, {}, {"Other Business"}},
    };
    recipe.splits = {{"c14", "ELE", "EEQ"}};
    recipe.census = {"0003", "EU27", {{"CHN", "CHINA"}, {"TWN", "TAIWAN"}}};
    recipe.tariff_levels.series = "AR";
    recipe.sitc_weights[0] = {{"AGR", 1.0}};
    recipe.sitc_weights[3] = {{"AGR", 1.0}};
    recipe.sitc_weights[7] = {{"ELE", 0.5}, {"EEQ", 1.0}};
    recipe.untraded_economy = "TWN";
    recipe.comparison_economy = "CHN";
    recipe.hubs = {"HKG"};
    recipe.domestic_level_reference = {"CHN"};
    recipe.low_domestic_level = {"QAT"};
    recipe.oil_sector = "AGR";
    recipe.services_without_trade = {"TRD"};
    recipe.split_reference = {"USA"};
    const std::vector<std::pair<std::string, double>> assumptions{
        {"trade_elasticity_services", 5.0}, {"gdp_taiwan", 400.0},
        {"mix_smoothing_pair", 10.0},       {"mix_smoothing_us", 100.0},
        {"mix_rest_weight", 0.5},           {"taiwan_growth_lowest", 0.7},
        {"taiwan_growth_highest", 1.6},     {"taiwan_growth_elsewhere", 1.3},
        {"split_full_weight", 200.0},       {"split_ELE_USA_domestic", 0.6},
        {"split_ELE_USA_exports", 0.8},     {"domestic_mix_power", 0.5},
        {"domestic_mix_lowest", 0.1},       {"domestic_mix_highest", 10.0},
        {"domestic_level_low_factor", 0.6}, {"domestic_share_lowest", 0.01},
        {"services_pair_weight", 0.3},      {"services_level", 2.0},
        {"closure_factor_scale", 0.35},     {"closure_balance_scale", 0.08},
        {"value_added_share_lowest", 0.05}, {"value_added_share_highest", 0.97},
        {"value_added_share_oil", 0.82},    {"services_share_lowest", 0.35},
        {"final_demand_lowest", 0.03},      {"tariff_cp2015_factor", 0.8}};
    for (const auto& [name, value] : assumptions) {
        recipe.head.assumptions[name] = {
            .name = name, .value = value, .unit = "1", .source = "test"};
    }
    return recipe;
}

/// Axes of the tiny recipe.
inline detail::Frame tiny_frame(const detail::World2023Recipe& recipe) {
    Problems problems;
    // Any TOML file will do as the place of complaints.
    const auto table = detail::RecipeTable::read(recipe_file("cp2015"), problems);
    detail::Frame frame = detail::make_frame(recipe, *table);
    problems.throw_if_any();
    return frame;
}

/// Every economy of WIOD sells 100 of every WIOD sector to itself and 10 to every other.
inline Array3<double> even_wiod_flows(const detail::Frame& frame) {
    Array3<double> flow(frame.num_wiod(), frame.num_wiod(), frame.num_sectors(), 10.0);
    for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
        for (double& value : flow.row(w, w)) value = 100.0;
    }
    return flow;
}

}  // namespace entente::testing
