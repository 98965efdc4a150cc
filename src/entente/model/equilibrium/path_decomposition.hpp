#pragma once

// Where the exact change of welfare comes from: terms of trade, volume of trade, efficiency and
// the rest, added up along the path from the baseline to the shock, so that they sum to it.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente {

/// Changes of ln welfare; 0.01 is about one percent of real income.
struct PathParts {
    double terms_of_trade = 0.0;
    double volume_of_trade = 0.0;
    double technical_efficiency = 0.0;
    /// Varieties that are gone or new: what share factors do at given prices.
    double varieties = 0.0;
    /// What others pay or take because deficits move with income; 0 unless multiplicative.
    double transfers = 0.0;
    /// Earnings of added labour; 0 without a supply elasticity.
    double labour_supply = 0.0;
    /// ln W_hat, from the solution at the end and not from the parts.
    double welfare = 0.0;

    double explained() const {
        return terms_of_trade + volume_of_trade + technical_efficiency + varieties + transfers +
               labour_supply;
    }
    /// Error of the integration: never spread over the parts.
    double unexplained() const { return welfare - explained(); }
};

enum class PathMethod {
    /// Polynomials on panels, halved where the parts miss the exact change most.
    adaptive,
    /// Equal steps, each with the weights at its beginning, or in its middle.
    one_sided,
    midpoint,
};

struct PathOptions {
    PathMethod method = PathMethod::adaptive;
    /// Adaptive: largest error of ln W_hat of a country, added over the panels.
    double tolerance = 1e-10;
    /// Adaptive: no panel is halved that would take more solves; the first takes 13 or so.
    std::size_t max_solves = 400;
    /// The other two: number of steps.
    std::size_t num_steps = 10;
};

struct PathDecomposition {
    /// Of the first solve that failed, with the part of the way reached; else converged.
    Termination termination = Termination::converged;
    std::string message;
    std::size_t num_solves = 0;
    std::size_t num_panels = 0;
    /// Largest |unexplained| of a country.
    double largest_unexplained = 0.0;
    double seconds = 0.0;
    /// [n]; empty if a solve failed.
    std::vector<PathParts> countries;

    bool is_usable() const { return termination == Termination::converged; }
};

/// Solves the model at points of shock_on_path(), each from the wages of the last.
///
/// @throws     ShapeError if the shape of the shock differs; OptionError for options out of range,
/// and
///             for subsidies, quotas and chosen tariffs, whose parts are not worked out.
/// Source      the differential of Caliendo and Parro (2015) and its further parts, integrated:
///             ours; docs/theory/equilibrium.md [eq:path-parts]. The parts depend on the path, the
///             sum does not.
/// Checked by  tests/unit/model/path_decomposition_test.cpp,
///             tests/published/path_decomposition_test.cpp.
PathDecomposition decompose_welfare(const Baseline& baseline, const Shock& shock,
                                    const PathOptions& options = {});

}  // namespace entente
