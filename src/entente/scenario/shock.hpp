#pragma once

// What a scenario changes, cell by cell: the form in which models take a policy. A scenario file is
// read in scenario/scenario_reader.hpp and applied to a world in scenario/make_shock.hpp.

#include "entente/base/array.hpp"

namespace entente {

/// Axes [i, n, s] origin, destination, sector. An empty array changes nothing. Cells of a country
/// with itself are never changed.
struct Shock {
    /// New ad valorem rate, more than -1; 0.25 = 25 percent.
    Array3<double> tariff_rate{};
    /// Iceberg trade cost over its baseline, > 0; 1 = unchanged.
    Array3<double> trade_cost_hat{};
    /// Factor on trade shares at given prices, >= 0: 1 = unchanged, 0 = the trade stops (exactly,
    /// without a large number), 1 - s = an export control on the share s of varieties, exp(B) = the
    /// partial effect B of a gravity estimate.
    Array3<double> share_factor{};
};

}  // namespace entente
