#pragma once

// How much a country trades with a power, against what the power's weight in everybody else's trade
// would give.

#include <cstddef>
#include <optional>
#include <span>

#include "entente/base/array.hpp"

namespace entente {

/// Exports plus imports that an intensity is made of, one unit of money for all.
struct TradeTie {
    double with_power = 0.0;
    /// The country's trade with everybody.
    double total = 0.0;
    /// The power's trade with everybody outside itself.
    double power_total = 0.0;
    /// Exports of all countries.
    double world_exports = 0.0;

    double share() const { return with_power / total; }
};

/// Sums of a matrix of flows.
///
/// @param flow   [origin, destination], >= 0; the diagonal is left out.
/// @param i      the country, not a member of the power.
/// @param power  positions of the power's members; trade among them is left out.
/// @throws       ShapeError if a position is outside the matrix or i is a member.
TradeTie trade_tie(const Array2<double>& flow, std::size_t i, std::span<const std::size_t> power);

/// [eq:raw-intensity]  a = ln(x[i,g] / T[i]) - ln( (T[g] - x[i,g]) / (2 W - 2 T[i]) )
///
/// Our own definition. The country itself is left out of the comparison, so that twice the country
/// with twice the trade has the same intensity. 0 = as much as the power's weight elsewhere gives.
///
/// @return  nothing where the country has no trade at all, or none with the power, or the power
///          trades with nobody else.
/// Checked by  tests/unit/measures/hedging/trade_lenses_test.cpp.
std::optional<double> raw_intensity(const TradeTie& tie);

}  // namespace entente
