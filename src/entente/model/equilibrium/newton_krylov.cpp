// The search by Newton steps: each comes from a linear system with the exact Jacobian, solved by
// GMRES with the home links in front, and is shortened until the residuals fall.

#include <algorithm>
#include <cmath>

#include "entente/model/equilibrium/search.hpp"
#include "entente/numerics/dot.hpp"

namespace entente::detail {
namespace {

constexpr std::size_t krylov_memory = 60;
constexpr std::size_t max_products = 300;
// How closely a step solves its linear system: loosely far away, where the linear picture is poor
// anyhow, and as closely as the residual is small near the solution (Eisenstat and Walker 1996).
constexpr double loosest_step = 0.03;
constexpr double closest_step = 1e-8;
// No wage, price or spending moves by more than this factor, in logarithms, in one step.
constexpr double largest_change = 2.0;
constexpr int num_halvings = 16;
// Part of the fall promised by the linear picture that must come true.
constexpr double least_fall = 1e-4;

// The shock is followed in parts: the first, the largest and the smallest.
constexpr double first_part = 0.1;
constexpr double smallest_part = 1e-4;
constexpr double growth_of_parts = 1.6;
// How closely the points on the way are solved.
constexpr double tolerance_on_the_way = 1e-6;
constexpr std::size_t num_passes_on_the_way = 400;

double residual_norm_of(const TradeSystem& system) {
    const Residual& residual = system.residual();
    return std::sqrt(dot(residual.log_wage, residual.log_wage) +
                     dot(residual.log_price.values(), residual.log_price.values()) +
                     dot(residual.log_expenditure.values(), residual.log_expenditure.values()));
}

}  // namespace

bool Search::try_step_lengths(double residual_norm) {
    double largest = 0.0;
    for (const double change : work_.step) largest = std::max(largest, std::abs(change));
    double length = std::min(1.0, largest_change / largest);
    for (int halving = 0; halving < num_halvings; ++halving, length *= 0.5) {
        for (std::size_t k = 0; k < work_.point.size(); ++k) {
            work_.point[k] = work_.origin[k] + length * work_.step[k];
        }
        unpack(work_.point, work_.guess);
        evaluate();
        if (residual_norm_of(work_.system) < (1.0 - least_fall * length) * residual_norm) {
            return true;
        }
    }
    return false;
}

bool Search::take_newton_steps(double tolerance, std::size_t num_passes) {
    const std::size_t last_pass = std::min(options_.max_passes, passes_ + num_passes);
    work_.origin.resize(work_.point.size());
    work_.gmres.reset(work_.point.size(), krylov_memory);
    evaluate();
    HomeLinks links(work_.system.baseline_here());
    while (passes_ < last_pass) {
        if (worst_.size <= tolerance) return true;
        const double size = residual_norm_of(work_.system);
        if (!std::isfinite(size)) return false;
        pack(work_.guess, work_.origin);
        pack(work_.system.residual(), work_.point);
        for (double& value : work_.point) value = -value;
        work_.jacobian.take(work_.system);
        const GmresOutcome outcome = work_.gmres.solve(
            [this](auto from, auto to) { work_.jacobian.apply_regular(from, to); },
            [this, &links](auto from, auto to) { links.linear_step(work_.system, from, to); },
            work_.point, work_.step,
            {.tolerance = std::clamp(size, closest_step, loosest_step),
             .max_products = max_products});
        passes_ += outcome.num_products;
        if (!try_step_lengths(size)) {
            unpack(work_.origin, work_.guess);
            evaluate();
            return worst_.size <= tolerance;
        }
    }
    return worst_.size <= tolerance;
}

bool Search::follow_shock() {
    const Guess present = work_.guess;
    start();
    Guess reached = work_.guess;
    double part = 0.0;
    double step = first_part;
    bool is_found = false;
    while (!is_found && step >= smallest_part && passes_ < options_.max_passes) {
        const double next = std::min(1.0, part + step);
        work_.system.prepare(baseline_, shock_, next);
        work_.guess = reached;
        const bool is_last = next == 1.0;
        if (take_newton_steps(is_last ? options_.tolerance : tolerance_on_the_way,
                              num_passes_on_the_way)) {
            is_found = is_last;
            part = next;
            reached = work_.guess;
            step *= growth_of_parts;
        } else {
            step *= 0.5;
        }
    }
    if (is_found) return true;
    work_.system.prepare(baseline_, shock_);
    work_.guess = present;
    evaluate();
    return false;
}

}  // namespace entente::detail
