#pragma once

// The plain way to solve the same equations: wages outside, prices inside, spending by a linear
// solve. Slow and easy to read; the fast solver is tested against it.

#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente {

/// Nested loops after the appendix of Caliendo and Parro (2015): for given wages, prices by fixed
/// point, spending by a dense linear system; then wages by excess demand.
///
/// @return  wage_hat, price_index_hat, income_new, expenditure_new and the status; nothing else.
Equilibrium solve_equilibrium_reference(const Baseline& baseline, const Shock& shock,
                                        double tolerance = 1e-11, std::size_t max_passes = 20000);

}  // namespace entente
