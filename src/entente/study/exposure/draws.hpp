#pragma once

// Exact losses solved with many draws of the trade elasticities, to be stored beside the world.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/exposure_draws.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

struct ExposureDrawPlan {
    /// Each by itself.
    std::vector<std::string> powers{};
    /// "all", "imports", "exports" or the code of a sector.
    std::string scope = "all";
    std::vector<std::string> horizons{};
    std::string profile{};
    std::size_t num_draws = 0;
    std::uint64_t seed = 0;
    /// The first of them, kept one by one.
    std::size_t num_kept = 0;
    std::size_t threads = 0;
};

/// A scenario without measures in which trade elasticities alone vary, as in an ensemble.
Scenario varying_elasticities();

/// Solves every power at every horizon in every draw. Elasticities are those an ensemble with the
/// same seed draws, from the same streams; other inputs stay. A draw without a solution is left
/// out.
///
/// @throws OptionError for a power, scope or horizon the world does not have; DataError if the
///         world has no solved baseline.
/// Source  docs/theory/exposure.md [eq:exposure-interval]; [eq:theta-draw] of ensembles.md.
ExposureDraws solve_exposure_draws(const World& world, const ExposureDrawPlan& plan);

}  // namespace entente::detail
