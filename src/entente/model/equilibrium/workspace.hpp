#pragma once

// The memory of one thread that solves.

#include <memory>

#include "entente/model/equilibrium/baseline.hpp"

namespace entente {

namespace detail {
struct WorkspaceState;
}

/// Holds everything a solve writes, so that the loop takes no memory, and the inverted home links
/// of the baseline it was made for. One for each thread and baseline.
class Workspace {
  public:
    explicit Workspace(const Baseline& baseline);
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    /// For the solver alone.
    detail::WorkspaceState& state() { return *state_; }

  private:
    std::unique_ptr<detail::WorkspaceState> state_;
};

}  // namespace entente
