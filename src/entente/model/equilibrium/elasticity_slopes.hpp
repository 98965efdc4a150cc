#pragma once

// How a figure at a solved equilibrium answers the trade elasticities, from its gradient.

#include <vector>

#include "entente/model/equilibrium/gradient.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente {

/// [s] derivatives of the objective of `slopes` with respect to ln theta[s], the shares of the
/// baseline held: a balanced baseline that would itself move with theta does not.
///
/// @param solved  at `shock`, converged; @param slopes  of the same solution.
/// Source       ours, docs/theory/gradient.md [eq:elasticity-slope].
/// Checked by   tests/unit/model/elasticity_slopes_test.cpp.
std::vector<double> elasticity_slopes(const Baseline& baseline, const Shock& shock,
                                      const Equilibrium& solved, const Gradient& slopes);

}  // namespace entente
