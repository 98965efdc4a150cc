#include "entente/model/equilibrium/solve_equilibrium.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "entente/model/equilibrium/workspace_state.hpp"

namespace entente {
namespace {

using detail::Guess;
using detail::TradeSystem;
using detail::Worst;

/// One way of searching: which part of the full wage step, whether accelerated, and how many passes
/// at most.
struct Attempt {
    double damping;
    bool is_accelerated;
    std::size_t num_passes;
};
// Tried in turn, from the quick to the safe. Nearly every shock is solved by the first; the others
// first measure anew, where the last one ended, how labour demand answers wages there.
constexpr std::array attempts{Attempt{0.7, true, 300},   Attempt{0.7, true, 300},
                              Attempt{0.35, true, 600},  Attempt{0.12, true, 1200},
                              Attempt{0.3, false, 3000}, Attempt{0.05, false, 19000}};
// A residual this many times the best one seen means the acceleration has lost its way.
constexpr double largest_growth = 4.0;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void pack(const Guess& guess, std::span<double> point) {
    auto at = std::ranges::copy(guess.log_wage, point.begin()).out;
    at = std::ranges::copy(guess.log_price.values(), at).out;
    std::ranges::copy(guess.log_expenditure.values(), at);
}

void unpack(std::span<const double> point, Guess& guess) {
    const std::size_t num_countries = guess.log_wage.size();
    const std::size_t num_cells = guess.log_price.values().size();
    std::ranges::copy(point.first(num_countries), guess.log_wage.begin());
    std::ranges::copy(point.subspan(num_countries, num_cells), guess.log_price.values().begin());
    std::ranges::copy(point.last(num_cells), guess.log_expenditure.values().begin());
}

std::string place(const Baseline& baseline, const Worst& worst) {
    const std::string& country = baseline.countries[worst.country];
    if (!worst.sector) return fmt::format("the labour market of {}", country);
    return fmt::format("{} in {}", baseline.sectors[*worst.sector], country);
}

/// The search for the fixed point of one shock.
class EquilibriumSearch {
  public:
    EquilibriumSearch(const Baseline& baseline, const SolveOptions& options, Workspace& workspace)
        : baseline_(baseline), options_(options), work_(workspace.state()) {}

    void start() {
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

    /// Whether the residual fell below the tolerance.
    bool run(const Attempt& attempt) {
        TradeSystem& system = work_.system;
        const std::size_t last_pass = std::min(options_.max_passes, passes_ + attempt.num_passes);
        work_.acceleration.reset(work_.point.size(), attempt.is_accelerated ? options_.memory : 0);
        double best = std::numeric_limits<double>::infinity();
        while (passes_ < last_pass) {
            system.evaluate(work_.guess);
            ++passes_;
            worst_ = system.worst();
            if (worst_.size <= options_.tolerance) return true;
            if (!std::isfinite(worst_.size)) return false;
            if (worst_.size > largest_growth * best) work_.acceleration.restart();
            best = std::min(best, worst_.size);
            links().step(system, attempt.damping, work_.change);
            pack(work_.guess, work_.point);
            pack(work_.change, work_.step);
            work_.acceleration.advance(work_.point, work_.step);
            unpack(work_.point, work_.guess);
        }
        return false;
    }

    bool find() {
        for (const Attempt& attempt : attempts) {
            if (passes_ >= options_.max_passes) break;
            if (!std::isfinite(worst_.size)) start();
            if (run(attempt)) return true;
            if (std::isfinite(worst_.size)) {
                links_here_.emplace(work_.system.baseline_here());
            } else {
                links_here_.reset();
            }
        }
        return false;
    }

    std::size_t passes() const { return passes_; }
    const Worst& worst() const { return worst_; }

  private:
    /// Those of the baseline, or of the point where the last attempt ended.
    detail::HomeLinks& links() { return links_here_ ? *links_here_ : work_.links; }

    const Baseline& baseline_;
    const SolveOptions& options_;
    detail::WorkspaceState& work_;
    std::size_t passes_ = 0;
    Worst worst_{.size = std::numeric_limits<double>::infinity()};
    std::optional<detail::HomeLinks> links_here_;
};

Array2<double> exponentials(const Array2<double>& logs) {
    Array2<double> values(logs.rows(), logs.columns());
    std::ranges::transform(logs.values(), values.values().begin(),
                           [](double x) { return std::exp(x); });
    return values;
}

// [eq:balance]  sum_i,s X_new[i,n,s] - D_new[n] = sum_m,s X_new[n,m,s], net of tariffs
// Source: Caliendo and Parro (2015), the balance of trade. Own sales stand on both sides.
double largest_excess_demand(const TradeSystem& system, const std::vector<double>& deficit) {
    const Baseline& base = system.baseline();
    double largest = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        double excess = -deficit[n];
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            excess += system.expenditure()(n, s) * system.net_share()(n, s) - system.sales()(n, s);
        }
        largest = std::max(largest, std::abs(excess) / system.value_added()[n]);
    }
    return largest;
}

std::optional<std::size_t> country_without_income(const Equilibrium& result) {
    const auto poor = std::ranges::find_if(result.income_new, [](double x) { return !(x > 0.0); });
    if (poor == result.income_new.end()) return std::nullopt;
    return static_cast<std::size_t>(poor - result.income_new.begin());
}

void take_levels(const TradeSystem& system, const Guess& guess, Equilibrium& result) {
    const Baseline& base = system.baseline();
    result.wage_hat.resize(base.num_countries());
    std::ranges::transform(guess.log_wage, result.wage_hat.begin(),
                           [](double x) { return std::exp(x); });
    result.unit_cost_hat = exponentials(system.log_unit_cost());
    result.price_index_hat = exponentials(guess.log_price);
    result.expenditure_new = system.expenditure();
    result.gross_output_new = system.sales();
    result.value_added_new = system.value_added();
    result.tariff_revenue_new = system.tariff_revenue();
    result.income_new = system.income();
    result.spending_scale = system.spending_scale();
    result.trade_deficit_new.resize(base.num_countries());
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        result.trade_deficit_new[n] =
            result.income_new[n] - result.value_added_new[n] - result.tariff_revenue_new[n];
    }
    result.walras = largest_excess_demand(system, result.trade_deficit_new);
}

}  // namespace

Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock,
                              const SolveOptions& options, Workspace& workspace) {
    const auto start = std::chrono::steady_clock::now();
    if (!options.log_wage_start.empty() &&
        options.log_wage_start.size() != baseline.num_countries()) {
        throw ShapeError("The wages to start from do not fit the countries of the world.");
    }
    Equilibrium result;
    TradeSystem& system = workspace.state().system;
    system.prepare(baseline, shock);
    if (const auto cell = system.cell_without_seller()) {
        result.termination = Termination::no_supplier;
        result.message =
            fmt::format("Nobody is left to sell {} to {}.", baseline.sectors[cell->second],
                        baseline.countries[cell->first]);
        return result;
    }
    EquilibriumSearch search(baseline, options, workspace);
    const bool found = search.find();
    take_levels(system, workspace.state().guess, result);
    result.passes = search.passes();
    result.residual = search.worst().size;
    result.termination = found ? Termination::converged : Termination::not_converged;
    if (const auto poor = country_without_income(result); found && poor) {
        // The equations hold, yet nobody can spend less than nothing.
        result.termination = Termination::not_converged;
        result.message = fmt::format(
            "The only point found leaves {} with a negative income under its fixed surplus.",
            baseline.countries[*poor]);
        return result;
    }
    result.message = fmt::format("{} after {} passes; the largest residual is {:.1e}, in {}.",
                                 found ? "Converged" : "Not converged", result.passes,
                                 result.residual, place(baseline, search.worst()));
    result.seconds = seconds_since(start);
    return result;
}

Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock,
                              const SolveOptions& options) {
    Workspace workspace(baseline);
    return solve_equilibrium(baseline, shock, options, workspace);
}

}  // namespace entente
