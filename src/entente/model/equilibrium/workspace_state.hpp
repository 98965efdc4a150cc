#pragma once

// What a workspace holds.

#include <vector>

#include "entente/model/equilibrium/home_links.hpp"
#include "entente/numerics/anderson.hpp"

namespace entente::detail {

struct WorkspaceState {
    explicit WorkspaceState(const Baseline& baseline);

    TradeSystem system;
    HomeLinks links;
    /// Wages, prices and spending side by side; the same of the step.
    std::vector<double> point, step;
    Guess guess, change;
    AndersonAcceleration acceleration;
};

}  // namespace entente::detail
