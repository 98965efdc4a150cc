#pragma once

#include "entente/world/recipe/gdp.hpp"

namespace entente::detail {

struct ServicesTrade {
    /// [i, n, services s] across borders, million USD; the first service has place 0.
    Array3<double> flow;
    /// World total before the closure, million USD.
    double total_before_closure = 0.0;
    /// [n] factors of the closure.
    std::vector<double> export_factor, import_factor;
    bool converged = false;
};

/// Services of WIOD moved to the base year, without those that are margins on goods, raised to the
/// level of world services trade, and mildly closed: factors on exports and imports that keep
/// balances small against GDP and themselves near one.
///
/// @param goods_flow  [i, n, s] goods across borders, million USD.
ServicesTrade services_trade(const World2023Recipe& recipe, const Frame& frame,
                             const Array3<double>& wiod_by_sector, const GdpFigures& gdp,
                             const Array3<double>& goods_flow);

}  // namespace entente::detail
