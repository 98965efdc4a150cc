#include <map>
#include <tuple>

#include "entente/source/census_countries.hpp"
#include "entente/source/census_imports_hs6.hpp"
#include "entente/source/hs6_gtap_sectors.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr double usd_per_million = 1e6;
constexpr int shipped_digits = 5;

/// Exporter by the Census code; codes of the recipe go before those of the publisher's list.
std::map<std::string, std::string> exporters_of(const LayerRecipe& recipe) {
    auto codes = recipe.table.text_table("partners");
    for (const CensusCountry& row :
         read_census_countries(recipe.file("countries"), recipe.problems)) {
        if (!row.partner.empty()) codes.emplace(row.partner, row.iso3);
    }
    return codes;
}

}  // namespace

std::vector<LayerTable> build_us_products(const LayerRecipe& recipe) {
    const auto exporters = exporters_of(recipe);
    const auto sectors = recipe.table.text_table("sectors");
    std::map<std::string, std::string> gtap;
    for (const Hs6GtapSector& row :
         read_hs6_gtap_sectors(recipe.file("concordance"), recipe.problems)) {
        gtap[row.product] = row.gtap;
    }
    std::map<std::tuple<std::string, std::string, std::string>, double> sums;
    for (const CensusImportsHs6& row :
         read_census_imports_hs6(recipe.file("imports"), recipe.problems)) {
        const auto exporter = exporters.find(row.partner);
        const auto group = gtap.find(row.product);
        if (exporter == exporters.end()) {
            recipe.table.report(ProblemKind::missing_key, "partners", row.partner,
                                "the code of every partner in the file");
            continue;
        }
        // Products without a sector, such as returned goods, stand in none.
        if (group == gtap.end()) continue;
        const auto sector = sectors.find(group->second);
        if (sector == sectors.end()) continue;
        sums[{exporter->second, row.product, sector->second}] += row.imports;
    }
    const double least = recipe.table.number("least_imports_usd");
    LayerRows products("us-products", "products");
    for (const auto& [key, imports] : sums) {
        if (imports < least) continue;
        const auto& [exporter, product, sector] = key;
        products.add(exporter, product, sector,
                     significant(imports / usd_per_million, shipped_digits));
    }
    return {products.sorted()};
}

}  // namespace entente::detail
