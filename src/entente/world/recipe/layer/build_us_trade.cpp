#include <cmath>

#include "entente/source/bls_consumer_prices.hpp"
#include "entente/source/census_imports_monthly.hpp"
#include "entente/source/naics_names.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_codes.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

/// How the publisher writes the total of all industries.
constexpr std::string_view total_code = "00";

double thousands(double usd) {
    return std::round(usd / 1000.0);
}

}  // namespace

std::vector<LayerTable> build_us_trade(const LayerRecipe& recipe) {
    LayerRows industries("us-trade", "industries");
    for (const NaicsName& row : read_naics_names(recipe.file("naics"), recipe.problems)) {
        if (row.naics != total_code) industries.add(row.naics, row.name);
    }
    LayerRows totals("us-trade", "totals");
    LayerRows imports("us-trade", "imports");
    const auto file = recipe.file("imports");
    PublisherNames names(recipe, "partners", file);
    for (const CensusMonth& row : read_census_imports_monthly(file, recipe.problems)) {
        const auto partner = names.code(row.partner);
        if (!partner) continue;
        const double value = thousands(row.imports);
        const double duty = thousands(row.duty);
        if (row.naics == total_code) {
            totals.add(*partner, row.month, value, duty);
        } else if (value != 0.0 || duty != 0.0) {
            imports.add(*partner, row.month, row.naics, value, duty);
        }
    }
    LayerRows prices("us-trade", "prices");
    for (const ConsumerPrice& row : read_consumer_prices(recipe.file("prices"), recipe.problems)) {
        constexpr std::size_t month_length = 7;
        if (row.index) prices.add(row.date.substr(0, month_length), *row.index);
    }
    return {industries.sorted(), totals.sorted(), imports.sorted(), prices.sorted()};
}

}  // namespace entente::detail
