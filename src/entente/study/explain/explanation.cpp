#include "entente/study/explain/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/heat_map/selection.hpp"

namespace entente {
namespace {

using detail::ExplainableColumn;

std::array<Pole, 2> poles_of(const World& world, const ExplainOptions& options) {
    const auto powers = detail::two_powers(world, options.poles);
    return {powers[0].pole, powers[1].pole};
}

/// Says which codes there are before anything is computed.
void check_country(const World& world, const LayerSet& layers, const ExplainableColumn& column,
                   const std::string& code) {
    std::vector<std::string> known = world.groups();
    for (std::size_t n = 0; n < world.num_countries(); ++n) known.push_back(world.countries()[n]);
    if (column.has_everybody) {
        known.emplace_back("WLD");
        if (const Layer* votes = layers.find("votes")) {
            const UnVotes read = read_un_votes(*votes);
            for (std::size_t k = 0; k < read.states.size(); ++k) known.push_back(read.states[k]);
        }
        if (const Layer* signals = layers.find("signals")) {
            for (const Signal& act : read_signals(*signals).signals) known.push_back(act.actor);
        }
    }
    if (std::ranges::find(known, code) != known.end()) return;
    throw OptionError(fmt::format("The world {} has no country or group {}.{}", world.name(), code,
                                  did_you_mean(code, known)));
}

/// A heat map as cheap as the column allows; every row of it, because a row's levels and ranks are
/// among all.
HeatMapOptions map_options(const World& world, const ExplainOptions& options,
                           const ExplainableColumn& column) {
    HeatMapOptions map{.world = options.world,
                       .poles = options.poles,
                       .method = column.needs_losses ? options.method : "closed_form",
                       .layers = options.layers,
                       .as_of = options.as_of,
                       .draws = options.draws,
                       .seed = options.seed,
                       .threads = options.threads};
    const std::vector<std::string> groups = world.groups();
    if (std::ranges::find(groups, options.country) != groups.end()) map.group = {options.country};
    return map;
}

}  // namespace

Explanation explain(const WorldCatalog& worlds, const ExplainOptions& options) {
    if (options.country.empty() || options.column.empty()) {
        throw OptionError(
            "Name a country and a column, such as entente explain VNM exposure_us_pct; entente "
            "explain --list has the columns.");
    }
    const World world = worlds.open(options.world);
    const auto columns = detail::explainable_columns(poles_of(world, options));
    const ExplainableColumn& column = detail::column_named(columns, options.column);
    LayerSet layers = open_layers(worlds, options.layers);
    check_country(world, layers, column, options.country);
    // Only the risk reads the panel, and takes longest.
    if (!column.needs_risk) layers.remove("panel");
    const detail::ExplainData data(world, layers, map_options(world, options, column),
                                   static_cast<int>(options.year));
    return detail::explain_column(data, column, options.country);
}

ExplainableList list_explainable(const WorldCatalog& worlds, const ExplainOptions& options) {
    ExplainableList list;
    for (const ExplainableColumn& column :
         detail::explainable_columns(poles_of(worlds.open(options.world), options))) {
        list.rows.push_back({column.name, column.other_names, column.meaning});
    }
    return list;
}

}  // namespace entente
