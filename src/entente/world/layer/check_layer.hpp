#pragma once

// What can be proved of a layer, each with the value reached and what it is held against.

#include <vector>

#include "entente/world/check_world.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

/// Identities of the layer's layout, then its reference values in their order.
///
/// What a reference value may ask for, by the name in its `check` (subject in words separated by
/// spaces):
///   rows             TABLE              rows of a table, in any layout
///   trade            VINTAGE i n        totals: sales of i to n, in the unit of the vintage
///   trade_share      VINTAGE i g        totals: trade of i with g over all trade of i, percent
///   world_exports    VINTAGE            totals: in the unit of the vintage
///   votes_cast       STATE FROM TO      votes: yes, no and abstain of a state in the years
///   records          PUBLISHER          finance: records of all its windows
///   article_rows     -                  signals: rows taken from the articles
///   price_index      MONTH              us-trade: 1982-84 = 100
///   imports_of_year  PARTNER YEAR       us-trade: billion USD
///   added_rate       DATE PARTNER       us-tariffs: percent
///   product_imports  EXPORTER DIGITS    us-products: million USD
///   troops           STATE YEAR         security: persons
///   defence_usa      STATE YEAR         security: weight
///   recorded_...     any                shown as the recipe recorded it
/// A name that is not in the list is a failed check that says so.
std::vector<CheckResult> check_layer(const Layer& layer);

}  // namespace entente
