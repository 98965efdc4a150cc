#include "entente/ensemble/path_solver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "entente/base/error.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/measures_in_force.hpp"
#include "entente/scenario/policy_under.hpp"

namespace entente {
namespace {

PolicyPath path_of(const Scenario& scenario) {
    return scenario.path.value_or(PolicyPath{});
}

/// What is in force at the end of a year: the scenario's own measures by their dates, then those of
/// the regime.
Scenario policy_of_year(const Scenario& scenario, int year, const PolicyRegime* regime) {
    return policy_under(measures_in_force(scenario, last_day_of(year)), regime);
}

// [eq:welfare]  W_hat[n] = I_hat[n] / prod_s P_hat[n,s]^alpha[n,s]
std::vector<double> welfare_of_year(const Baseline& base, const Equilibrium& year) {
    std::vector<double> welfare(base.num_countries());
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        double log_price = 0.0;
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            log_price += base.consumption_share(n, s) * std::log(year.price_index_hat(n, s));
        }
        welfare[n] =
            year.income_new[n] / base.income[n] / (std::exp(log_price) * year.spending_scale);
    }
    return welfare;
}

TradeState state_of(const Baseline& base) {
    TradeState state{.trade_flow = base.trade_share,
                     .tariff_rate = base.tariff_rate,
                     .expenditure = base.expenditure,
                     .trade_share = base.trade_share,
                     .gross_output = Array2<double>(base.num_countries(), base.num_sectors()),
                     .value_added = base.value_added,
                     .tariff_revenue = base.tariff_revenue,
                     .trade_deficit = base.trade_deficit};
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t n = 0; n < base.num_countries(); ++n) {
            for (std::size_t s = 0; s < base.num_sectors(); ++s) {
                double& flow = state.trade_flow(i, n, s);
                flow *= base.expenditure(n, s) / (1.0 + base.tariff_rate(i, n, s));
                state.gross_output(i, s) += flow;
            }
        }
    }
    return state;
}

}  // namespace

PathSolver::PathSolver(const World& world, const Scenario& scenario, const PathPlan& plan,
                       const UsProducts* products)
    : world_(&world),
      scenario_(&scenario),
      plan_(plan),
      baseline_(
          make_baseline(world, {.deficits = plan.deficits,
                                .supply_elasticity = scenario.supply_elasticity,
                                .largest_trade_elasticity = scenario.theta_cap.value_or(0.0)})) {
    const PolicyPath path = path_of(scenario);
    sourcing_.rate = path.zeta.value_or(sourcing_.rate);
    sourcing_.short_run = path.short_run.value_or(sourcing_.short_run);
    choose_years(world.base_year());
    if (has_regimes()) {
        walk_.emplace(scenario, plan.past);
        check_risk();
    }
    make_shocks(products);
}

void PathSolver::choose_years(int base_year) {
    from_ = entente::first_policy_year(*scenario_, base_year);
    if (plan_.until < from_) {
        throw OptionError(
            fmt::format("The path ends in {}, before policies apply, in {}.", plan_.until, from_));
    }
    for (int year = base_year; year <= plan_.until; ++year) years_.push_back(year);
}

void PathSolver::check_risk() const {
    const std::string known = regime_names().back();
    const std::vector<std::string>& names = walk_->chain().names();
    if (path_of(*scenario_).risk_response > 0.0 && std::ranges::find(names, known) == names.end()) {
        throw OptionError(
            fmt::format("risk_response needs a regime called {}; the scenario has {}.", known,
                        fmt::join(names, ", ")));
    }
}

void PathSolver::make_shocks(const UsProducts* products) {
    const std::size_t num_regimes = scenario_->regimes.size();
    shock_index_ = Array2<std::size_t>(years_.size(), num_regimes + 1);
    shocks_.emplace_back();
    // Years with the same measures in force share a shock.
    std::map<std::pair<std::vector<std::size_t>, std::size_t>, std::size_t> known;
    for (std::size_t t = 1; t < years_.size(); ++t) {
        if (years_[t] < from_) continue;
        const Date day = last_day_of(years_[t]);
        std::vector<std::size_t> in_force;
        for (std::size_t k = 0; k < scenario_->measures.size(); ++k) {
            if (is_in_force(scenario_->measures[k], day)) in_force.push_back(k);
        }
        for (std::size_t r = 0; r <= num_regimes; ++r) {
            const auto [at, is_new] = known.try_emplace({in_force, r}, shocks_.size());
            if (is_new) {
                const PolicyRegime* regime = r < num_regimes ? &scenario_->regimes[r] : nullptr;
                shocks_.push_back(
                    make_shock(*world_, policy_of_year(*scenario_, years_[t], regime), products));
            }
            shock_index_(t, r) = at->second;
        }
    }
}

RegimePath PathSolver::regimes(std::uint32_t draw) const {
    RegimePath path = without_regimes();
    if (!walk_) return path;
    const auto first = std::ranges::find(years_, from_) - years_.begin();
    const auto ruling = walk_->regimes({.seed = plan_.seed, .draw = draw},
                                       path.size() - static_cast<std::size_t>(first));
    std::ranges::copy(ruling, path.begin() + first);
    return path;
}

double PathSolver::rate_under(std::optional<std::size_t> regime) const {
    const double response = path_of(*scenario_).risk_response;
    if (!regime || !walk_ || response == 0.0) return sourcing_.rate;
    const auto& names = walk_->chain().names();
    const auto confrontation =
        static_cast<std::size_t>(std::ranges::find(names, regime_names().back()) - names.begin());
    const double risk = walk_->chain().chance(*regime, confrontation);
    return std::min(1.0, sourcing_.rate * (1.0 + response * risk));
}

PathRecord PathSolver::solve(const RegimePath& regimes) const {
    PathRecord record;
    SourcingPath path(baseline_, sourcing_);
    const TradeState base_state = state_of(baseline_);
    const PathBase base{.flow = flows_of_pairs(base_state)};
    record.figures.push_back(path_figures(
        *world_, base_state, std::vector<double>(world_->num_countries(), 1.0), plan_.poles, base));
    for (std::size_t t = 1; t < years_.size(); ++t) {
        const std::size_t regime = regimes[t].value_or(scenario_->regimes.size());
        const Shock& shock = shocks_[shock_index_(t, regime)];
        if (shock_index_(t, regime) == 0 && years_[t] < from_) {
            record.figures.push_back(record.figures.front());
            continue;
        }
        const Equilibrium solved =
            path.advance(shock, rate_under(regimes[t]), {.tolerance = scenario_->tolerance});
        record.passes += solved.passes;
        if (!solved.is_usable()) {
            record.reason = fmt::format("{}: {}", years_[t], solved.message);
            return record;
        }
        record.figures.push_back(path_figures(*world_, path.trade_state(shock, solved),
                                              welfare_of_year(baseline_, solved), plan_.poles,
                                              base));
    }
    return record;
}

}  // namespace entente
