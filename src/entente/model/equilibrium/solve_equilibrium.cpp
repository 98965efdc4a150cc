#include "entente/model/equilibrium/solve_equilibrium.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/search.hpp"
#include "entente/model/equilibrium/solved_levels.hpp"
#include "entente/model/equilibrium/workspace.hpp"

namespace entente {

// One pass evaluates every equation (TradeSystem::evaluate names them in order), tests the largest
// residual, and moves all wages, prices and spending at once.
bool detail::Search::iterate(const Attempt& attempt) {
    // A residual this many times the best one seen means the acceleration has lost its way.
    constexpr double largest_growth = 4.0;
    const std::size_t last_pass = std::min(options_.max_passes, passes_ + attempt.num_passes);
    work_.acceleration.reset(work_.point.size(), attempt.is_accelerated ? options_.memory : 0);
    double best = std::numeric_limits<double>::infinity();
    while (passes_ < last_pass) {
        evaluate();
        if (worst_.size <= options_.tolerance) return true;
        if (!std::isfinite(worst_.size)) return false;
        if (worst_.size > largest_growth * best) work_.acceleration.restart();
        best = std::min(best, worst_.size);
        links().step(work_.system, attempt.damping, work_.change);
        pack(work_.guess, work_.point);
        pack(work_.change, work_.step);
        work_.acceleration.advance(work_.point, work_.step);
        unpack(work_.point, work_.guess);
    }
    return false;
}

Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock,
                              const SolveOptions& options, Workspace& workspace) {
    const auto start = std::chrono::steady_clock::now();
    if (!options.log_wage_start.empty() &&
        options.log_wage_start.size() != baseline.num_countries()) {
        throw ShapeError("The wages to start from do not fit the countries of the world.");
    }
    Equilibrium result;
    detail::WorkspaceState& work = workspace.state();
    work.is_solved = false;
    work.system.prepare(baseline, shock);
    if (detail::has_no_equilibrium(work.system, result)) return result;
    detail::Search search(baseline, shock, options, work);
    const bool is_found = search.find();
    detail::take_levels(work.system, work.guess, result);
    result.passes = search.passes();
    result.residual = search.worst().size;
    detail::state_ending(baseline, is_found, search.worst(), result);
    work.is_solved = result.is_usable();
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock,
                              const SolveOptions& options) {
    Workspace workspace(baseline);
    return solve_equilibrium(baseline, shock, options, workspace);
}

}  // namespace entente
