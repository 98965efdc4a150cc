#pragma once

// The memory of one thread that solves.

#include <memory>

#include "entente/model/equilibrium/home_links.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/numerics/anderson.hpp"

namespace entente {

/// Holds everything a solve writes, so that the loop takes no memory, and the inverted home links
/// of the baseline it was made for. One for each thread; the baseline must outlive it.
class Workspace {
  public:
    explicit Workspace(const Baseline& baseline);

  private:
    friend Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock,
                                         const SolveOptions& options, Workspace& workspace);
    friend class EquilibriumSearch;

    detail::TradeSystem system_;
    detail::HomeLinks links_;
    /// Wages, prices and spending side by side; the same of the step.
    std::vector<double> point_, step_;
    detail::Guess guess_, change_;
    AndersonAcceleration acceleration_;
};

}  // namespace entente
