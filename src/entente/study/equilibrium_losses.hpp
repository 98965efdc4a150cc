#pragma once

// General-equilibrium losses from cut-offs: each is one exact solve, with wages, prices and trade
// of all countries adjusting.

#include <cstddef>
#include <optional>
#include <vector>

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/report/exposure_table.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Losses of real income, parts of one; negative = a gain.
struct CutOffLoss {
    double country = 0.0;
    /// Mean over the members of the power, weighted with GDP.
    double power = 0.0;
};

/// [k] what countries[k] and the power lose when their trade in `scope` stops, one cut-off at a
/// time, in the long run with balanced trade. Nothing where no equilibrium was found: somebody is
/// left without a seller, or the search did not end.
///
/// Source  docs/theory/exposure.md [eq:equilibrium-exposure].
std::vector<std::optional<CutOffLoss>> equilibrium_losses(const World& world,
                                                          const std::vector<std::size_t>& countries,
                                                          const std::vector<std::size_t>& power,
                                                          const Scope& scope, std::size_t threads);

}  // namespace entente::detail
