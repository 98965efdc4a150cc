#pragma once

// Positions of states in the General Assembly as they are stored.

#include <string>
#include <vector>

#include "entente/world/layer/layer.hpp"

namespace entente {

/// One state and year; realignment/positions.hpp says what the versions mean.
struct StatePositionRow {
    std::string state;
    int year = 0;
    double smoothed = 0.0;
    double smoothed_error = 0.0;
    double filtered = 0.0;
    double yearly = 0.0;
    int votes_cast = 0;
};

struct StatePositions {
    /// Content hash of the roll calls they were estimated from.
    std::string votes_hash;
    /// By state and year.
    std::vector<StatePositionRow> rows;
};

/// @param layer  of layout "positions"; @throws ShapeError if it is another.
StatePositions read_state_positions(const Layer& layer);

}  // namespace entente
