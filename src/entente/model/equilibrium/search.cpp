#include "entente/model/equilibrium/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::detail {
namespace {

// Tried in turn, from the quick to the safe. Nearly every shock is solved by the first; the others
// first measure anew, where the last one ended, how labour demand answers wages there.
constexpr std::array attempts{Attempt{0.7, true, 300},   Attempt{0.7, true, 300},
                              Attempt{0.35, true, 600},  Attempt{0.12, true, 1200},
                              Attempt{0.3, false, 3000}, Attempt{0.05, false, 19000}};

}  // namespace

void Search::start() {
    const Baseline& baseline = work_.system.baseline();
    Guess& guess = work_.guess;
    std::ranges::fill(guess.log_wage, 0.0);
    std::ranges::copy(options_.log_wage_start, guess.log_wage.begin());
    std::ranges::fill(guess.log_price.values(), 0.0);
    for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
        for (std::size_t s = 0; s < baseline.num_sectors(); ++s) {
            // Cells nobody bought from so far start small and grow in the first passes.
            guess.log_expenditure(n, s) =
                std::log(std::max(baseline.expenditure(n, s), 1e-12 * baseline.income[n])) +
                guess.log_wage[n];
        }
    }
}

bool Search::find() {
    for (const Attempt& attempt : attempts) {
        if (passes_ >= options_.max_passes) break;
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

}  // namespace entente::detail
