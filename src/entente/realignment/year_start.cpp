#include "entente/realignment/year_start.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace entente::detail {

void start_from_agreement(const RollCallData& data, std::size_t year, std::size_t anchor,
                          std::span<double> position) {
    std::vector<double> shared(position.size(), 0.0);
    std::ranges::fill(position, 0.0);
    for (std::size_t k = data.year_begin[year]; k < data.year_begin[year + 1]; ++k) {
        const UsableRollCall& roll_call = data.roll_calls[k];
        const auto of_anchor = std::ranges::find(roll_call.votes, anchor, &Vote::state);
        if (of_anchor == roll_call.votes.end()) continue;
        for (const Vote& vote : roll_call.votes) {
            position[vote.state] +=
                1.0 - std::abs(static_cast<double>(vote.option - of_anchor->option)) /
                          (roll_call.num_options - 1);
            shared[vote.state] += 1.0;
        }
    }
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t state = 0; state < position.size(); ++state) {
        if (shared[state] == 0.0) continue;
        position[state] /= shared[state];
        sum += position[state];
        count += 1.0;
    }
    for (std::size_t state = 0; state < position.size(); ++state) {
        if (shared[state] == 0.0) position[state] = count > 0.0 ? sum / count : 0.0;
    }
}

}  // namespace entente::detail
