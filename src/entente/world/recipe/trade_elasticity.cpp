#include "entente/world/recipe/trade_elasticity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "entente/base/number_text.hpp"
#include "entente/world/recipe/rounding.hpp"

namespace entente::detail {
namespace {

double four_decimals(double value) {
    return rounded(value, 1e4);
}

/// The range of several values; one alone says nothing about its range.
void set_range(const std::vector<double>& values, SectorElasticity& row) {
    if (values.size() < 2) return;
    const auto [low, high] = std::ranges::minmax(values);
    row.low = low;
    row.high = high;
}

std::string text_of(const std::optional<double>& value) {
    return value ? shortest_text(*value) : std::string{};
}

/// US imports by GTAP sector without the members of the Union, which its own row holds.
std::map<std::string, double> imports_by_gtap(const World2023Recipe& recipe, const Raw2023& raw) {
    std::set<std::string> members;
    for (const CensusCountry& row : raw.census_countries) {
        const bool is_member = std::ranges::any_of(raw.memberships, [&](const auto& entry) {
            return entry.group == recipe.census.union_group && entry.country == row.iso3;
        });
        if (is_member) members.insert(row.partner);
    }
    std::map<std::string, double> imports;
    for (const CensusImportsGtap& row : raw.us_imports_gtap) {
        if (!members.contains(row.partner)) imports[row.gtap] += row.imports;
    }
    return imports;
}

SectorElasticity fontagne_elasticity(const RecipeSector& sector, const Raw2023& raw,
                                     const std::map<std::string, double>& imports) {
    SectorElasticity row{.sector = sector.code,
                         .set = "fontagne",
                         .source =
                             "Fontagne, Guimbard and Orefice (2022), GTAP sectors weighted by "
                             "US imports 2024; theta = -epsilon - 1"};
    std::vector<double> thetas;
    double weighted = 0.0;
    double weights = 0.0;
    for (const FontagneElasticity& estimate : raw.elasticities) {
        const bool is_part = std::ranges::find(sector.gtap, estimate.gtap) != sector.gtap.end();
        if (!is_part || estimate.tariff_elasticity.value_or(0.0) == 0.0) continue;
        const double theta = -*estimate.tariff_elasticity - 1.0;
        const auto weight = imports.find(estimate.gtap);
        if (weight == imports.end()) continue;
        weighted += weight->second * theta;
        weights += weight->second;
        thetas.push_back(four_decimals(theta));
    }
    set_range(thetas, row);
    row.value = four_decimals(weighted / weights);
    return row;
}

SectorElasticity assumed_elasticity(const RecipeSector& sector, const World2023Recipe& recipe) {
    const Parameter& assumption = recipe.head.assumptions.at("trade_elasticity_services");
    return {.sector = sector.code,
            .set = "fontagne",
            .value = assumption.value,
            .low = assumption.low,
            .high = assumption.high,
            .source = assumption.source};
}

SectorElasticity cp2015_elasticity(const RecipeSector& sector, const Raw2023& raw) {
    SectorElasticity row{.sector = sector.code,
                         .set = "cp2015",
                         .source = "Caliendo and Parro (2015), mean of their sectors in it"};
    std::vector<double> thetas;
    for (const Cp2015Sector& published : raw.cp2015_sectors) {
        if (std::ranges::find(sector.cp2015, published.sector) == sector.cp2015.end()) continue;
        thetas.push_back(published.trade_elasticity);
    }
    set_range(thetas, row);
    const double sum = std::accumulate(thetas.begin(), thetas.end(), 0.0);
    row.value = four_decimals(sum / static_cast<double>(thetas.size()));
    return row;
}

}  // namespace

std::vector<SectorElasticity> sector_elasticities(const World2023Recipe& recipe, const Frame& frame,
                                                  const Raw2023& raw) {
    const auto imports = imports_by_gtap(recipe, raw);
    std::vector<SectorElasticity> rows;
    for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
        const RecipeSector& sector = recipe.sectors[s];
        rows.push_back(frame.is_goods(s) ? fontagne_elasticity(sector, raw, imports)
                                         : assumed_elasticity(sector, recipe));
    }
    for (const RecipeSector& sector : recipe.sectors) {
        rows.push_back(cp2015_elasticity(sector, raw));
    }
    return rows;
}

std::string elasticities_csv(const std::vector<SectorElasticity>& rows) {
    std::string text = "sector,set,value,standard_error,low,high,source\n";
    for (const SectorElasticity& row : rows) {
        text += fmt::format("{},{},{},{},{},{},\"{}\"\n", row.sector, row.set,
                            shortest_text(row.value), text_of(row.standard_error), text_of(row.low),
                            text_of(row.high), row.source);
    }
    return text;
}

}  // namespace entente::detail
