#pragma once

// What is read off the equations before and after a search: whether there can be an equilibrium,
// its figures, and the sentence that says how it ended.

#include <string>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/trade_system.hpp"

namespace entente::detail {

/// Whether the shock leaves nothing to search for; if so, states it in the result.
bool has_no_equilibrium(const TradeSystem& system, Equilibrium& result);

/// Wages, prices, spending, incomes, and the check of the balance of trade.
void take_levels(const TradeSystem& system, const Guess& guess, Equilibrium& result);

/// Sets termination and message. A point where a country's income is negative is no equilibrium,
/// even if the equations hold.
void state_ending(const Baseline& baseline, bool is_found, const Worst& worst, Equilibrium& result);

}  // namespace entente::detail
