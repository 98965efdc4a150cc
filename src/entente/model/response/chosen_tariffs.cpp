#include "entente/model/response/chosen_tariffs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/gradient.hpp"
#include "entente/model/response/bounded_ascent.hpp"

namespace entente {
namespace {

constexpr double settled = 1e-6;
constexpr std::size_t max_rounds = 40;
constexpr std::size_t num_full_rounds = 10;
// Slopes are measured against what the party buys from its opponents over its income: an optimum is
// as sharp as that share is large.
constexpr double slope_tolerance = 1e-6;
constexpr std::array rates_tried{0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0};
constexpr std::array shifts_tried{-0.05, -0.01, 0.01, 0.05};

class TariffGame {
  public:
    TariffGame(const Baseline& baseline, const Shock& shock, const SolveOptions& options,
               Workspace& workspace)
        : baseline_(baseline),
          options_(options),
          workspace_(workspace),
          chosen_(*shock.chosen),
          shock_(shock) {
        shock_.chosen.reset();
        if (shock_.tariff_rate.empty()) shock_.tariff_rate = baseline.tariff_rate;
        for (std::size_t s = 0; s < chosen_.sectors.size(); ++s) {
            if (!chosen_.sectors[s]) continue;
            if (sectors_.empty() || chosen_.is_by_sector) sectors_.emplace_back();
            sectors_.back().push_back(s);
        }
    }

    std::size_t num_parties() const { return chosen_.parties.size(); }
    const Party& party(std::size_t p) const { return chosen_.parties[p]; }
    std::size_t num_rates() const { return sectors_.size(); }
    std::optional<std::size_t> sector_of(std::size_t k) const {
        return chosen_.is_by_sector ? std::optional(sectors_[k].front()) : std::nullopt;
    }
    const Shock& shock() const { return shock_; }
    const Equilibrium& solved() const { return solved_; }
    std::size_t num_solves() const { return num_solves_; }

    /// ln(1 + t) of what a party has now: the mean of its rates weighted with its imports.
    std::vector<double> rates_now(std::size_t p) const {
        std::vector<double> rates(num_rates(), 0.0);
        for (std::size_t k = 0; k < rates.size(); ++k) {
            double sum = 0.0;
            double all = 0.0;
            for_cells(p, k, [&](std::size_t i, std::size_t n, std::size_t s) {
                const double imports = baseline_.trade_share(i, n, s) * baseline_.expenditure(n, s);
                sum += imports * shock_.tariff_rate(i, n, s);
                all += imports;
            });
            if (all > 0.0) rates[k] = std::log1p(std::max(0.0, sum / all));
        }
        return rates;
    }

    void set(std::size_t p, const std::vector<double>& log_factors) {
        for (std::size_t k = 0; k < log_factors.size(); ++k) {
            const double rate = std::expm1(log_factors[k]);
            for_cells(p, k, [&](std::size_t i, std::size_t n, std::size_t s) {
                shock_.tariff_rate(i, n, s) = rate;
            });
        }
    }

    bool solve() {
        if (solved_.is_usable()) {
            options_.log_wage_start.clear();
            for (const double wage : solved_.wage_hat) {
                options_.log_wage_start.push_back(std::log(wage));
            }
        }
        solved_ = solve_equilibrium(baseline_, shock_, options_, workspace_);
        ++num_solves_;
        return solved_.is_usable();
    }

    /// Welfare of a party at the last solve, in logarithms.
    double welfare(std::size_t p) const {
        double sum = 0.0;
        for (const Objective::Welfare& term : objective(p).welfare) {
            const std::size_t n = term.country;
            double log_welfare = std::log(solved_.income_new[n] / baseline_.income[n]) -
                                 std::log(solved_.spending_scale);
            for (std::size_t s = 0; s < baseline_.num_sectors(); ++s) {
                log_welfare -=
                    baseline_.consumption_share(n, s) * std::log(solved_.price_index_hat(n, s));
            }
            sum += term.weight * log_welfare;
        }
        return sum;
    }

    /// [eq:best-response]  slope[k] = sum of d ln W / d ln(1 + t[i,n,s]) over the cells of rate k
    double value_and_slope(std::size_t p, const std::vector<double>& rates,
                           std::vector<double>& slope) {
        set(p, rates);
        if (!solve()) return -std::numeric_limits<double>::infinity();
        const Gradient found = gradient(workspace_, objective(p));
        for (std::size_t k = 0; k < slope.size(); ++k) {
            slope[k] = 0.0;
            for_cells(p, k, [&](std::size_t i, std::size_t n, std::size_t s) {
                slope[k] += found.log_tariff_factor(i, n, s);
            });
        }
        return welfare(p);
    }

    /// What a party buys from its opponents in the sectors chosen, over its income.
    double import_share(std::size_t p) const {
        double imports = 0.0;
        for (std::size_t k = 0; k < num_rates(); ++k) {
            for_cells(p, k, [&](std::size_t i, std::size_t n, std::size_t s) {
                imports += baseline_.trade_share(i, n, s) * baseline_.expenditure(n, s);
            });
        }
        double income = 0.0;
        for (const std::size_t n : party(p).members) income += baseline_.income[n];
        return imports / income;
    }

  private:
    Objective objective(std::size_t p) const {
        return welfare_of_group(baseline_, party(p).members);
    }

    template <class Visitor>
    void for_cells(std::size_t p, std::size_t k, Visitor&& visit) const {
        for (std::size_t i = 0; i < baseline_.num_countries(); ++i) {
            if (!party(p).opponents[i]) continue;
            for (const std::size_t n : party(p).members) {
                for (const std::size_t s : sectors_[k]) {
                    if (i != n) visit(i, n, s);
                }
            }
        }
    }

    const Baseline& baseline_;
    SolveOptions options_;
    Workspace& workspace_;
    ChosenTariffs chosen_;
    Shock shock_;
    /// Sectors of each rate.
    std::vector<std::vector<std::size_t>> sectors_;
    Equilibrium solved_;
    std::size_t num_solves_ = 0;
};

double answer(TariffGame& game, std::size_t p, double part, std::vector<double>& rates) {
    const double tolerance = std::max(1e-11, slope_tolerance * game.import_share(p));
    const detail::Ascent best = detail::climb(
        [&](const std::vector<double>& point, std::vector<double>& slope) {
            return game.value_and_slope(p, point, slope);
        },
        rates, 0.0, std::log1p(largest_chosen_rate), tolerance);
    double change = 0.0;
    for (std::size_t k = 0; k < rates.size(); ++k) {
        change = std::max(change, std::abs(best.point[k] - rates[k]));
        rates[k] += part * (best.point[k] - rates[k]);
    }
    game.set(p, rates);
    return change;
}

void try_deviations(TariffGame& game, const std::vector<std::vector<double>>& rates,
                    ChosenSolution& result) {
    result.best_deviation.gain = -std::numeric_limits<double>::infinity();
    std::vector<double> welfare;
    for (std::size_t p = 0; p < game.num_parties(); ++p) welfare.push_back(game.welfare(p));
    for (std::size_t p = 0; p < game.num_parties(); ++p) {
        const auto attempt = [&](const std::vector<double>& other, double rate, bool is_shift) {
            game.set(p, other);
            ++result.num_deviations;
            if (!game.solve()) return;
            const double gain = game.welfare(p) - welfare[p];
            if (gain > result.best_deviation.gain) {
                result.best_deviation = {game.party(p).code, rate, is_shift, gain};
            }
        };
        for (const double rate : rates_tried) {
            attempt(std::vector<double>(rates[p].size(), std::log1p(rate)), rate, false);
        }
        for (const double shift : shifts_tried) {
            std::vector<double> moved = rates[p];
            for (double& rate : moved) {
                rate = std::log1p(std::clamp(std::expm1(rate) + shift, 0.0, largest_chosen_rate));
            }
            attempt(moved, shift, true);
        }
        game.set(p, rates[p]);
    }
}

}  // namespace

ChosenSolution solve_chosen_tariffs(const Baseline& baseline, const Shock& shock,
                                    const SolveOptions& options, Workspace& workspace) {
    if (!shock.chosen || !shock.quotas.empty()) {
        throw OptionError("Tariffs are chosen in a shock with parties and without quotas.");
    }
    TariffGame game(baseline, shock, options, workspace);
    ChosenSolution result;
    std::vector<std::vector<double>> rates;
    for (std::size_t p = 0; p < game.num_parties(); ++p) {
        rates.push_back(game.rates_now(p));
        game.set(p, rates.back());
    }
    bool is_settled = false;
    while (!is_settled && result.num_rounds < max_rounds) {
        const double part = result.num_rounds < num_full_rounds ? 1.0 : 0.5;
        result.last_change = 0.0;
        for (std::size_t p = 0; p < game.num_parties(); ++p) {
            if (game.import_share(p) > 0.0) {
                result.last_change = std::max(result.last_change, answer(game, p, part, rates[p]));
            }
        }
        ++result.num_rounds;
        is_settled = result.last_change <= settled;
    }
    game.solve();
    result.equilibrium = game.solved();
    result.shock = game.shock();
    for (std::size_t p = 0; p < game.num_parties(); ++p) {
        for (std::size_t k = 0; k < rates[p].size(); ++k) {
            result.rates.push_back(
                {game.party(p).code, game.sector_of(k), std::expm1(rates[p][k])});
        }
    }
    if (result.equilibrium.is_usable()) try_deviations(game, rates, result);
    result.num_solves = game.num_solves();
    if (!is_settled && result.equilibrium.is_usable()) {
        result.equilibrium.termination = Termination::not_converged;
        result.equilibrium.message = fmt::format(
            "The tariffs chosen do not settle in {} rounds; the last moved one by {:.1e}.",
            result.num_rounds, result.last_change);
    }
    // Leaves the workspace at the solution, for a gradient.
    if (result.equilibrium.is_usable()) game.solve();
    return result;
}

}  // namespace entente
