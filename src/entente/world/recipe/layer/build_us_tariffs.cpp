#include <map>

#include "entente/source/tariff_tracker_actions.hpp"
#include "entente/source/tariff_tracker_rates.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_codes.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr double percent = 100.0;
constexpr double usd_per_million = 1e6;
constexpr int shipped_digits = 7;

}  // namespace

std::vector<LayerTable> build_us_tariffs(const LayerRecipe& recipe) {
    LayerRows partners("us-tariffs", "partners");
    LayerRows rates("us-tariffs", "rates");
    const auto file = recipe.file("rates");
    PublisherNames names(recipe, "partners", file);
    std::set<std::string> seen;
    for (const TariffTrackerRate& row : read_tariff_tracker_rates(file, recipe.problems)) {
        const auto partner = names.code(row.partner);
        if (!partner) continue;
        if (seen.insert(*partner).second) {
            partners.add(*partner, significant(row.rate_2024 / percent, shipped_digits),
                         significant(row.imports_2024 / usd_per_million, shipped_digits));
        }
        rates.add(row.date, *partner, significant(row.added / percent, shipped_digits));
    }
    LayerRows actions("us-tariffs", "actions");
    std::map<std::string, int> positions;
    for (const TariffTrackerAction& row :
         read_tariff_tracker_actions(recipe.file("actions"), recipe.problems)) {
        // Listed by the publisher, but not in force on any day.
        if (row.date.empty()) continue;
        actions.add(row.date, ++positions[row.date], row.authority, row.reference, row.description);
    }
    return {partners.sorted(), rates.sorted(), actions.sorted()};
}

}  // namespace entente::detail
