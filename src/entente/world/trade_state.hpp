#pragma once

// The state of world trade at one equilibrium: what models write and measures read.

#include <vector>

#include "entente/base/array.hpp"

namespace entente {

class World;

/// Axes [i, n, s] origin, destination, sector; money in the unit of the world, a year.
struct TradeState {
    /// [i, n, s] net of tariff.
    Array3<double> trade_flow;
    /// [i, n, s] ad valorem.
    Array3<double> tariff_rate;
    /// [n, s] spending of n on s, tariffs included.
    Array2<double> expenditure;
    /// [i, n, s] pi: share of i in the spending of n on s, tariffs included; sums to 1 over i.
    /// All zero where n spends nothing on s.
    Array3<double> trade_share;
    /// [n, s]
    Array2<double> gross_output;
    /// [n] wL: GDP at producer prices.
    std::vector<double> value_added;
    /// [n]
    std::vector<double> tariff_revenue;
    /// [n] imports less exports, net of tariffs; sums to zero.
    std::vector<double> trade_deficit;
};

/// The state the data of a world describe, before any model has touched them.
TradeState observed_state(const World& world);

}  // namespace entente
