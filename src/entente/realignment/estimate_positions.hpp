#pragma once

// Positions of states from roll calls: the fast estimation, by passes of an EM algorithm with
// Kalman smoothing.

#include <cstddef>
#include <string>

#include "entente/realignment/positions.hpp"
#include "entente/realignment/roll_call_data.hpp"

namespace entente {

struct PositionOptions {
    /// Variance of a position's change in a year. Ours, as in the study behind this part: 0.05.
    double walk_variance = 0.05;
    /// Variance around 0 of a position in the first year of its state, and in each year for
    /// `yearly`.
    double variance = 1.0;
    /// At most so many passes over all roll calls, and over each year in the other two versions.
    std::size_t num_passes = 100;
    /// Passes end when no position moves by more; standard deviations of positions.
    double tolerance = 1e-3;
    /// The state whose position is above 0.
    std::string anchor = "USA";
    /// Without it `smoothed` repeats `filtered`: forecasts need no more.
    bool with_smoothed = true;
    /// In `smoothed`, roll calls on a resolution that comes back share their slope and cuts, and
    /// all years together, not each, have mean 0 and standard deviation 1.
    bool with_bridges = false;
    /// 0 = all the machine has.
    std::size_t threads = 0;
};

struct PositionEstimate {
    Positions positions{};
    std::size_t num_roll_calls = 0;
    std::size_t num_votes = 0;
    /// Passes for `smoothed`, and the largest movement in the last.
    std::size_t num_passes = 0;
    double last_change = 0.0;
    bool converged = false;
    /// Groups of roll calls that shared slope and cuts, and the roll calls in them.
    std::size_t num_bridges = 0;
    std::size_t num_bridged = 0;
};

/// Estimates the three versions.
///
/// `filtered` of a year takes the estimates of the year before, moved on by the random walk, as
/// what is known, and estimates positions and roll calls of the year together from the votes of
/// that year: nothing later enters.
///
/// Source        Bailey, Strezhnev and Voeten (2017) for the model; Imai, Lo and Olmsted (2016) for
///               EM instead of sampling. Without `with_bridges` we take roll calls one by one;
///               theirs ties resolutions that come back every year.
/// Checked by    tests/published/ideal_points_test.cpp
/// @throws OptionError if the anchor is no state of the data.
PositionEstimate estimate_positions(const RollCallData& data, const PositionOptions& options = {});

}  // namespace entente
