#pragma once

// Moves of states beyond what all states did in the same year.

#include <vector>

namespace entente::detail {

/// [eq:own-move]  residual of  move = a + b base + c base^2  over all states of a year
/// (Huber, k = 1.5): takes out agenda waves, moves of all states together and return to the mean.
///
/// @param base  [state] where a state stood before, NaN where not known.
/// @param move  [state] how far it moved since, NaN where not known.
/// @return      [state] NaN where either is not known, and for all states if fewer than ten are, or
///              they stand in fewer than three places: three coefficients then leave nothing.
std::vector<double> own_moves(const std::vector<double>& base, const std::vector<double>& move);

}  // namespace entente::detail
