#pragma once

// Series that wander around nothing with a given persistence.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::detail {

/// x_t = phi x_{t-1} + e_t, e standard normal, started in its stationary distribution. Scale is of
/// no matter to indicators by rank.
std::vector<double> ar1_series(double persistence, std::size_t length, std::uint64_t seed,
                               std::size_t number);

}  // namespace entente::detail
