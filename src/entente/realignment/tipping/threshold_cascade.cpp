#include "entente/realignment/tipping/threshold_cascade.hpp"

#include <algorithm>

#include "entente/base/error.hpp"

namespace entente {

Cascade run_cascade(const std::vector<CascadeState>& states, const Array2<double>& weights,
                    const std::vector<bool>& pushed) {
    const std::size_t n = states.size();
    if (weights.rows() != n || weights.columns() != n || pushed.size() != n) {
        throw ShapeError("A cascade needs a weight for each pair and a start for each state.");
    }
    if (std::ranges::any_of(weights.values(), [](double w) { return !(w >= 0.0); })) {
        throw OptionError("A weight of a cascade is below zero or no number.");
    }
    Cascade cascade{.round = std::vector<std::size_t>(n, 0), .has_gone = pushed};
    for (bool moved = true; moved;) {
        moved = false;
        const std::vector<bool> before = cascade.has_gone;
        for (std::size_t i = 0; i < n; ++i) {
            if (before[i]) continue;
            double push = states[i].private_payoff;
            for (std::size_t j = 0; j < n; ++j) {
                if (j != i && before[j]) push += weights(i, j);
            }
            if (!(push > states[i].threshold)) continue;
            cascade.has_gone[i] = true;
            cascade.round[i] = cascade.num_rounds + 1;
            moved = true;
        }
        if (moved) ++cascade.num_rounds;
    }
    cascade.num_gone = static_cast<std::size_t>(std::ranges::count(cascade.has_gone, true));
    return cascade;
}

std::vector<std::size_t> cascade_sizes(const std::vector<CascadeState>& states,
                                       const Array2<double>& weights) {
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < states.size(); ++i) {
        std::vector<bool> pushed(states.size(), false);
        pushed[i] = true;
        sizes.push_back(run_cascade(states, weights, pushed).num_gone);
    }
    return sizes;
}

}  // namespace entente
