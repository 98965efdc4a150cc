#pragma once

// Publishers as readers know them, and the trade they publish in constant money.

#include <optional>
#include <string>
#include <string_view>

#include "entente/world/layer/trade_totals.hpp"
#include "entente/world/layer/us_imports.hpp"

namespace entente::detail {

/// "baci" is "BACI"; a word we do not know stays as it is.
std::string publisher_name(std::string_view publisher);

/// What turns figures of a vintage into thousand dollars of constant purchasing power, by consumer
/// prices in the United States: mean of 1982-84 = 1, or the publisher's own base year where its
/// unit is in constant money already, such as "million USD of 2010".
///
/// @return  nothing if the unit is not one of these, or the prices of that year are not known.
std::optional<double> constant_money(const TradeVintage& vintage, const UsPrices& prices);

}  // namespace entente::detail
