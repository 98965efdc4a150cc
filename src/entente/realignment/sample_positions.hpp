#pragma once

// Positions of states from roll calls: the slow estimation by sampling, for intervals and as a
// check of the fast one.

#include <cstddef>
#include <cstdint>

#include "entente/realignment/estimate_positions.hpp"

namespace entente {

struct PositionSampleOptions {
    /// Sweeps over all roll calls and states, the first fifth of which is thrown away.
    std::size_t num_sweeps = 2000;
    std::uint64_t seed = 1;
    /// As in the fast estimation.
    PositionOptions model{};
};

/// [state, year] NaN where the state cast no usable vote; the scale is that of Positions.
struct PositionSample {
    Array2<double> mean;
    /// Bounds of the central 90% of the draws.
    Array2<double> low;
    Array2<double> high;
    std::size_t num_draws = 0;
    /// Share of the proposed roll calls that were taken.
    double acceptance = 0.0;
};

/// Samples positions and roll calls given all votes: per sweep a Metropolis step for every roll
/// call, the numbers behind the votes (truncated normal), and the path of every state (forward
/// filter, backward sampling).
///
/// @param start  where the chain starts; its positions also shape the Metropolis steps
/// Source        Albert and Chib (1993); Carter and Kohn (1994) for paths.
/// Checked by    tests/unit/realignment/sample_positions_test.cpp
PositionSample sample_positions(const RollCallData& data, const Positions& start,
                                const PositionSampleOptions& options = {});

}  // namespace entente
