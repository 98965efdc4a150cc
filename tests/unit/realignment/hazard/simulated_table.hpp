#pragma once

// Invented panels with known hazards.

#include "entente/realignment/hazard/hazard_table.hpp"

namespace entente {

struct SimulatedPanel {
    std::uint64_t seed = 1;
    std::size_t num_states = 60;
    int first_year = 1950;
    int last_year = 2023;
    /// Yearly chance at the middle of the predictor.
    double rate = 0.02;
    /// Log odds per standard deviation of polyarchy; 0 makes events pure chance.
    double effect = 0.0;
    int years_to_see = 2;
};

/// Even states are partners, every fourth a treaty ally; every predictor of the ladder is there:
/// polyarchy drives events, the others are noise.
HazardTable simulated_table(const SimulatedPanel& panel);

}  // namespace entente
