#pragma once

// Positions of states as figures, tables and documents. study/alignment/positions.hpp computes
// them.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/layer/state_positions.hpp"

namespace entente {

/// One state and year as it is stored, in standard deviations of the states of the year.
struct PositionRow : StatePositionRow {
    /// Fewer votes than say much.
    bool is_thin = false;
    /// Central 90% of the draws of the sampler, where it ran.
    std::optional<double> low{};
    std::optional<double> high{};
};

struct PositionsTable {
    WorldStamp layer;
    /// The word users name the roll calls by: all, me, without-wars ...
    std::string variant;
    std::vector<PositionRow> rows;
    /// Estimated now, and not read from the layer of positions.
    bool is_estimated = false;
    bool has_intervals = false;
    /// Of an estimate; passes ended because nothing moved any more.
    bool is_converged = true;
    std::size_t num_roll_calls = 0;
    std::size_t num_passes = 0;
    /// Groups of roll calls that came back and were taken as one, and the roll calls in them.
    std::size_t num_bridges = 0;
    std::size_t num_bridged = 0;
    double last_change = 0.0;
    /// From the stored positions, where both are there.
    std::optional<double> difference_from_stored{};
    /// Folder the layer was written to; may be empty.
    std::string written{};
};

std::string render(const PositionsTable& table, const Rendering& how);

}  // namespace entente
