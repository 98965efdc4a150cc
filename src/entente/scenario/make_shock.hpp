#pragma once

// Applies a scenario to a world: from measures that name countries, groups and sectors to what
// changes in every cell of trade.

#include "entente/scenario/scenario.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Measures apply in order, each to the result of those before.
///
/// tariff          changes tariff_rate where `by` imports from `on`
/// trade_cost      multiplies trade_cost_hat, or share_factor by exp(B) for "beta:B"
/// export_control  multiplies share_factor by 1 - share where `by` exports to `on`
/// import_ban      sets share_factor to 0 where `by` imports from `on`
/// cut_off         sets share_factor to 0, both ways unless `direction` says less
///
/// fta             changes tariff_rate and trade costs both ways between `by` and `on`, or among
///                 `by` if `on` is empty
/// subsidy         changes output_subsidy of `by`
/// tariff_rate_quota  sets tariff_rate to the in-quota rate and adds to quotas
/// investment_screening, finance_offer change nothing: the model of trade does not know them
///
/// Then the retaliation answers the rates that all measures together raised; the rules optimal and
/// nash are left in `chosen`.
///
/// A cell is changed once by a measure, even if both directions lead to it. Cells of a country with
/// itself are left out. An array that no measure touches stays empty; else tariff_rate starts as
/// the rates of the world and the other two as ones.
///
/// A measure on products changes a cell by its effect times the share of the products in the cell:
/// the mean rate, cost or factor over products, our own approximation.
///
/// @param products  of the layer us-products, for scenarios that name products; else not needed.
/// @throws DataError with every problem of every measure, with its file and line: codes and tariff
///         tables that the world does not have, changes and shares that cannot be, one country
///         aimed at itself, measures without cells, rates of -1 or less, measures of one file that
///         leave nothing of each other.
Shock make_shock(const World& world, const Scenario& scenario,
                 const UsProducts* products = nullptr);

}  // namespace entente
