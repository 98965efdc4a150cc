#pragma once

// The scale on which positions are kept and shown.

#include <cstddef>

#include "entente/base/array.hpp"
#include "entente/realignment/roll_call_data.hpp"
#include "entente/realignment/vote_passes.hpp"

namespace entente::detail {

/// [eq:position-scale]  theta <- (theta - mean) / sd, mean and sd over the states that voted in the
/// year; turned around where the anchor would lie below 0. Returns what was done.
YearScale standardise(const RollCallData& data, std::size_t year, std::size_t anchor,
                      PositionBeliefs& beliefs);

/// [eq:position-scale] with mean and sd over the states of all years together, for years that
/// bridges hold on one scale; turned around where the anchor would on average lie below 0.
YearScale standardise_all(const RollCallData& data, std::size_t anchor, PositionBeliefs& beliefs);

/// [state, year] of a table [year, state], NaN where a state cast no vote.
Array2<double> where_voted(const RollCallData& data, const Array2<double>& table);

}  // namespace entente::detail
