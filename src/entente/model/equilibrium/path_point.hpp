#pragma once

// The equilibrium at one point of a path, as the parts of a decomposition need it.

#include <vector>

#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente::detail {

struct PathPoint {
    /// Part of the way, 0 to 1.
    double part = 0.0;
    /// [i, n, s] M / f: trade net of tariff at a share factor of 1, other prices as they are.
    Array3<double> flow_per_factor;
    /// [i, n, s] f; empty = 1 everywhere.
    Array3<double> share_factor;
    /// [i, n, s] t
    Array3<double> tariff_rate;
    /// [n, s] ln c_hat
    Array2<double> log_unit_cost;
    /// [n]
    std::vector<double> log_wage, log_real_wage, log_welfare, value_added, tariff_revenue, income;

    double factor(std::size_t i, std::size_t n, std::size_t s) const {
        return share_factor.empty() ? 1.0 : share_factor(i, n, s);
    }
    double flow(std::size_t i, std::size_t n, std::size_t s) const {
        return factor(i, n, s) * flow_per_factor(i, n, s);
    }
};

/// @param shock  the shock at this point.
PathPoint path_point(const Baseline& baseline, const Shock& shock, double part,
                     const Equilibrium& solved);

}  // namespace entente::detail
