#pragma once

// What a workspace holds.

#include <vector>

#include "entente/model/equilibrium/home_links.hpp"
#include "entente/model/equilibrium/jacobian.hpp"
#include "entente/numerics/anderson.hpp"
#include "entente/numerics/gmres.hpp"

namespace entente::detail {

struct WorkspaceState {
    explicit WorkspaceState(const Baseline& baseline);

    TradeSystem system;
    HomeLinks links;
    /// Wages, prices and spending side by side; the same of the step.
    std::vector<double> point, step;
    /// Where a Newton step begins; empty until one is taken.
    std::vector<double> origin;
    Guess guess, change;
    AndersonAcceleration acceleration;
    /// Take no memory before they are first used.
    Jacobian jacobian;
    Gmres gmres;
    /// Whether the system stands at a solution of its shock.
    bool is_solved = false;
};

}  // namespace entente::detail
