#pragma once

// Draws of one roll call given the positions of the states.

#include <array>
#include <span>

#include "entente/base/random_stream.hpp"
#include "entente/realignment/roll_call_data.hpp"
#include "entente/realignment/vote_item.hpp"

namespace entente::detail {

/// A roll call while it is sampled.
struct ItemChain {
    VoteItem item;
    /// Lower Cholesky factor of the information at the start, which shapes the steps.
    std::array<double, 6> shape{};
    std::size_t num_taken = 0;
};

/// A Metropolis step of slope and cuts, the numbers behind the votes integrated out.
void step_item(ItemChain& chain, const UsableRollCall& roll_call, std::span<const double> position,
               RandomStream& stream);

/// [eq:vote-noise]  e ~ N(0, 1) given that cut_k-1 - slope theta < e < cut_k - slope theta, k the
/// option taken; `share` in (0, 1) picks the value.
double noise_draw(const VoteItem& item, double position, int option, double share);

}  // namespace entente::detail
