#pragma once

// The plain way to solve one year of slow supply chains, written as docs/theory/dynamics.md has it.
// Slow; the fast path is tested against it.

#include "entente/model/dynamics/sourcing_path.hpp"

namespace entente {

/// A year and the state it leaves.
struct SourcingYear {
    Equilibrium equilibrium;
    SourcingState state;
};

/// Wages, prices and spending by damped iteration, all prices of pairs at hand.
///
/// @param before  the state of the year before.
/// @return        wage_hat, price_index_hat, income_new, expenditure_new and the status; nothing
///                else of the equilibrium. Deficits balanced or fixed.
SourcingYear solve_sourcing_year_reference(const Baseline& baseline, const Shock& shock,
                                           const SourcingState& before,
                                           const SourcingOptions& options, double tolerance = 1e-12,
                                           std::size_t max_passes = 200000);

}  // namespace entente
