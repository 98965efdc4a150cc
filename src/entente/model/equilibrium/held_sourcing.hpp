#pragma once

// Buyers that keep the suppliers of the year before: what the equations need to know of them. Made
// by model/dynamics; a static counterfactual has none.

#include <vector>

#include "entente/base/array.hpp"

namespace entente::detail {

/// Sourcing held from the year before, at the borders of the year that is solved.
struct HeldSourcing {
    /// [s] if the price of one supplier rises by one percent, its part of what held relations spend
    /// falls by this many percent. Never zero; below zero where quantities are rigid.
    std::vector<double> elasticity;
    /// [n, s] part of spending that held relations take, 0 to 1.
    Array2<double> mass;
    /// [n, s] ln P_hat of the year before.
    Array2<double> log_price;
    /// [i, n, s] part of i in what held relations spend, at the prices of the year before, times
    /// ( kappa_hat[i,n,s] / (kappa_hat c_hat of the year before) )^-elasticity[s]
    Array3<double> weight;
    /// The same net of the new tariff.
    Array3<double> net_weight;
};

}  // namespace entente::detail
