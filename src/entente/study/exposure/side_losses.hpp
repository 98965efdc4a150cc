#pragma once

// What two sides lose when the trade between them stops or is taxed, for many pairs of sides at
// once.

#include <cstddef>
#include <span>
#include <vector>

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/model/equilibrium/path_decomposition.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "entente/study/exposure/barrier.hpp"
#include "entente/study/exposure/losses.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Countries on one side and a power on the other. A country on both sides keeps its own market.
struct Sides {
    std::vector<std::size_t> countries;
    std::vector<std::size_t> power;
};

/// Losses of real income as parts of one, means over the members of a side weighted with GDP.
/// Negative = a gain; NaN = none could be computed.
struct SideLosses {
    double countries = 0.0;
    double power = 0.0;
    /// [s] derivatives of `countries` with respect to ln theta; only if asked for.
    std::vector<double> elasticity_slopes{};
};

struct LossSolveOptions {
    /// Largest residual. At 1e-9 welfare is right to far more digits than the data bear.
    double tolerance = 1e-9;
    /// Whether the derivatives of losses are worked out: one linear system each.
    bool has_slopes = false;
};

/// Exact losses: one solve for each pair of sides, in the long run with balanced trade. A loss is
/// NaN where no equilibrium was found: somebody is left without a seller, or the search did not
/// end.
///
/// Source  docs/theory/exposure.md [eq:equilibrium-exposure].
class EquilibriumLosses {
  public:
    /// Borrows the world. @throws DataError if the world has no solved baseline.
    explicit EquilibriumLosses(const World& world, const LossSolveOptions& options = {});
    /// From a baseline of that world under other options or elasticities.
    EquilibriumLosses(const World& world, Baseline baseline, const LossSolveOptions& options);

    /// [k] of sides[k], the same for any number of threads.
    std::vector<SideLosses> of(const std::vector<Sides>& sides, const Barrier& barrier,
                               std::size_t threads) const;

    /// Where the change of everybody's real income comes from, along the path to the barrier.
    PathDecomposition path(const Sides& sides, const Barrier& barrier) const;

    /// The same on the thread of the caller, with its workspace for baseline().
    /// @param losses  as long as `sides`.
    void solve(std::span<const Sides> sides, const Barrier& barrier, Workspace& workspace,
               std::span<SideLosses> losses) const;

    const Baseline& baseline() const { return baseline_; }

  private:
    const World& world_;
    Baseline baseline_;
    LossSolveOptions options_;
};

/// [k] of sides[k] in closed form; the barrier stops the trade.
std::vector<SideLosses> closed_form_losses(const Losses& losses, const std::vector<Sides>& sides,
                                           const Scope& scope, std::size_t threads);

}  // namespace entente::detail
