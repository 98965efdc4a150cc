#pragma once

// How one figure answers every tariff and every trade cost, from one linear system.

#include <cstddef>

#include "entente/base/array.hpp"
#include "entente/model/equilibrium/objective.hpp"
#include "entente/model/equilibrium/workspace.hpp"

namespace entente {

struct GradientOptions {
    /// Residual of the linear system over its right-hand side.
    double tolerance = 1e-10;
    std::size_t max_products = 1000;
};

/// Derivatives of an objective at a solved equilibrium, everything else adjusting. Zero for trade
/// with oneself and where nothing is traded.
struct Gradient {
    /// [i, n, s] with respect to the new tariff rate: change per 1.00 = 100 points of duty.
    Array3<double> tariff_rate;
    /// [i, n, s] with respect to ln(1 + t_new); tariff_rate times 1 + t_new.
    Array3<double> log_tariff_factor;
    /// [i, n, s] with respect to ln d_hat.
    Array3<double> log_trade_cost;
    /// [i, s] with respect to the logarithm of productivity: the unit cost falls by one percent
    /// when it rises by one.
    Array2<double> log_productivity;
    /// Of the linear system, over its right-hand side; and the products it took.
    double residual = 0.0;
    std::size_t num_products = 0;
    bool is_converged = false;
};

/// The adjoint method: one solve with the transposed Jacobian, whatever the number of tariffs.
///
/// @param workspace  as the last solve_equilibrium left it, which must have converged; its baseline
///                   must still exist. Nothing in it changes that a later solve would see.
/// @throws           OptionError if the workspace holds no solution, or if the objective names no
///                   such country or sector, trade with oneself, or trade that is zero.
/// Numerics          GMRES with the home links transposed; sums in fixed order.
/// Source            Giles and Pierce (2000), Flow, Turbulence and Combustion 65;
///                   docs/theory/gradient.md [eq:gradient].
/// Checked by        tests/unit/model/gradient_test.cpp.
Gradient gradient(Workspace& workspace, const Objective& objective,
                  const GradientOptions& options = {});

}  // namespace entente
