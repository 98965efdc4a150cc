#include "entente/model/equilibrium/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace entente::detail {
namespace {

// Tried in turn, from the quick to the safe. Nearly every shock is solved by the first; the others
// first measure anew, where the last one ended, how labour demand answers wages there.
constexpr std::array attempts{Attempt{0.7, true, 300},   Attempt{0.7, true, 300},
                              Attempt{0.35, true, 600},  Attempt{0.12, true, 1200},
                              Attempt{0.3, false, 3000}, Attempt{0.05, false, 19000}};
// Of these, before Newton steps are tried.
constexpr std::size_t num_quick_attempts = 2;
constexpr std::size_t num_newton_passes = 2000;

}  // namespace

void Search::start() {
    Guess& guess = work_.guess;
    std::ranges::fill(guess.log_wage, 0.0);
    std::ranges::copy(options_.log_wage_start, guess.log_wage.begin());
    std::ranges::fill(guess.log_price.values(), 0.0);
    for (std::size_t n = 0; n < baseline_.num_countries(); ++n) {
        for (std::size_t s = 0; s < baseline_.num_sectors(); ++s) {
            // Cells nobody bought from so far start small and grow in the first passes.
            guess.log_expenditure(n, s) =
                std::log(std::max(baseline_.expenditure(n, s), 1e-12 * baseline_.income[n])) +
                guess.log_wage[n];
        }
    }
}

void Search::evaluate() {
    work_.system.evaluate(work_.guess);
    ++passes_;
    worst_ = work_.system.worst();
}

bool Search::find_by_iteration(std::size_t first_attempt, std::size_t num_attempts) {
    for (const Attempt& attempt : std::span(attempts).subspan(first_attempt, num_attempts)) {
        if (passes_ >= options_.max_passes) return false;
        if (!std::isfinite(worst_.size)) start();
        if (iterate(attempt)) return true;
        if (std::isfinite(worst_.size)) {
            links_here_.emplace(work_.system.baseline_here());
        } else {
            links_here_.reset();
        }
    }
    return false;
}

bool Search::find_by_newton() {
    if (passes_ >= options_.max_passes) return false;
    if (!std::isfinite(worst_.size)) start();
    return take_newton_steps(options_.tolerance, num_newton_passes) || follow_shock();
}

bool Search::find_nearby() {
    return iterate(attempts.front()) || find_by_iteration(0, attempts.size());
}

bool Search::find() {
    switch (options_.method) {
        case SolveMethod::anderson:
            return find_by_iteration(0, attempts.size());
        case SolveMethod::newton_krylov:
            return find_by_newton();
        case SolveMethod::automatic:
            break;
    }
    return find_by_iteration(0, num_quick_attempts) || find_by_newton() ||
           find_by_iteration(num_quick_attempts, attempts.size() - num_quick_attempts);
}

}  // namespace entente::detail
