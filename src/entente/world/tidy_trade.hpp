#pragma once

// trade.csv and the tables of alternative tariffs.

#include <optional>

#include "entente/world/lost_rows.hpp"
#include "entente/world/tidy_input.hpp"

namespace entente::detail {

/// Reads trade.csv into the input; gives the rows that could not be used, by origin and sector, or
/// nothing if there is no such table to read.
std::optional<LostRows> read_trade(TidyInput& input);

/// Reads every tariffs-LABEL.csv; cells they do not name keep the rate of trade.csv.
void read_alternative_tariffs(TidyInput& input);

}  // namespace entente::detail
