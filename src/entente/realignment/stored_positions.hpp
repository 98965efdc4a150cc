#pragma once

// Positions as they are stored and as the engine uses them.

#include "entente/realignment/positions.hpp"
#include "entente/world/layer/state_positions.hpp"

namespace entente {

/// Tables of the stored rows, with the states and years that occur.
Positions positions_of(const StatePositions& stored);

/// Rows of all cells with a vote, by state and year.
StatePositions stored_rows(const Positions& positions, const std::string& votes_hash);

/// Largest distance of any version in any cell; infinite where cells, states or years differ.
double largest_difference(const Positions& a, const Positions& b);

}  // namespace entente
