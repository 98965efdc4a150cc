#pragma once

// Tariffs chosen in answer: each party's best, given those of the others.

#include <optional>
#include <string>
#include <vector>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace.hpp"

namespace entente {

/// Bounds of a rate that is chosen: no subsidies, and at most 300 percent.
inline constexpr double largest_chosen_rate = 3.0;

struct ChosenRate {
    /// Code of the party; sector of the rate, none if it is one for all.
    std::string party;
    std::optional<std::size_t> sector{};
    double rate = 0.0;
};

/// A rate tried in place of the one chosen, everything else as it is.
struct Deviation {
    std::string party;
    /// The same in all sectors, or by how much all are moved.
    double rate = 0.0;
    bool is_shift = false;
    /// Of the party's welfare, [eq:welfare], in logarithms; above 0 = it would pay.
    double gain = 0.0;
};

struct ChosenSolution {
    Equilibrium equilibrium;
    /// With the rates chosen as tariffs.
    Shock shock;
    std::vector<ChosenRate> rates;
    /// The most profitable of those tried.
    Deviation best_deviation;
    std::size_t num_deviations = 0;
    std::size_t num_rounds = 0;
    std::size_t num_solves = 0;
    /// Largest change of ln(1 + t) in the last round.
    double last_change = 0.0;
};

/// Best responses in turn, each by projected BFGS with the gradient of [eq:gradient], from the
/// tariffs of the shock, until none moves by more than 1e-6; later rounds go half the way. Then
/// exact solves try other rates: a grid from 0 to 100 percent, and 1 and 5 points to either side.
///
/// @return     an equilibrium that says not converged if a solve fails or the rates do not settle.
/// Source      ours; docs/theory/responses.md [eq:best-response].
ChosenSolution solve_chosen_tariffs(const Baseline& baseline, const Shock& shock,
                                    const SolveOptions& options, Workspace& workspace);

}  // namespace entente
