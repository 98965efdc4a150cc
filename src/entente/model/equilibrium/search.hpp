#pragma once

// The search for the fixed point of one shock: where it begins, which ways of searching are tried,
// and what is known so far.

#include <limits>
#include <optional>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace_state.hpp"

namespace entente::detail {

/// One way of searching: which part of the full wage step, whether accelerated, and how many passes
/// at most.
struct Attempt {
    double damping;
    bool is_accelerated;
    std::size_t num_passes;
};

class Search {
  public:
    /// @param work  its system has taken in the shock.
    Search(const Baseline& baseline, const Shock& shock, const SolveOptions& options,
           WorkspaceState& work)
        : baseline_(baseline), shock_(shock), options_(options), work_(work) {}

    /// Whether a residual below the tolerance was found. The last point evaluated stays in the
    /// workspace.
    bool find();
    /// The same, first from the guess that the last search left, for a shock near its own. Without
    /// Newton steps.
    bool find_nearby();

    std::size_t passes() const { return passes_; }
    const Worst& worst() const { return worst_; }

  private:
    void start();
    bool find_by_iteration(std::size_t first_attempt, std::size_t num_attempts);
    bool find_by_newton();
    /// Accelerated iteration from the guess of the workspace.
    bool iterate(const Attempt& attempt);
    /// Newton steps from there; each lessens the residuals or the search ends.
    bool take_newton_steps(double tolerance, std::size_t num_passes);
    /// Newton steps at ever larger parts of the shock, each from the solution of the one before.
    bool follow_shock();
    bool try_step_lengths(double residual_norm);
    void evaluate();
    /// Those of the baseline, or of the point where the last attempt ended.
    HomeLinks& links() { return links_here_ ? *links_here_ : work_.links; }

    const Baseline& baseline_;
    const Shock& shock_;
    const SolveOptions& options_;
    WorkspaceState& work_;
    std::size_t passes_ = 0;
    Worst worst_{.size = std::numeric_limits<double>::infinity()};
    std::optional<HomeLinks> links_here_{};
};

}  // namespace entente::detail
