#pragma once

// Everything the draws of a run depend on, as one text that can be sent to another process: only
// the first of the processes of a run reads files.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "entente/ensemble/draw_solver.hpp"
#include "entente/world/layer/us_products.hpp"

namespace entente {

/// World, scenario, products and plan of a solver.
/// @throws ShapeError if they do not come back the same, which would be a mistake of ours.
std::string job_bytes(const DrawSolver& solver);

/// A solver with the world and the scenario it needs.
class OwnedSolver {
  public:
    /// @param bytes  from job_bytes of the same program.
    /// @throws ShapeError if the bytes are not whole; else as DrawSolver.
    explicit OwnedSolver(std::string_view bytes);

    const DrawSolver& solver() const { return *solver_; }

  private:
    std::unique_ptr<const World> world_;
    std::unique_ptr<const Scenario> scenario_;
    std::optional<UsProducts> products_;
    std::unique_ptr<const DrawSolver> solver_;
};

}  // namespace entente
