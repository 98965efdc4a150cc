#include "entente/ensemble/path_solver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "entente/base/error.hpp"
#include "entente/ensemble/sample.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/measures_in_force.hpp"

namespace entente {
namespace {

PolicyPath path_of(const Scenario& scenario) {
    return scenario.path.value_or(PolicyPath{});
}

std::vector<std::string> names_of(const std::vector<PolicyRegime>& regimes) {
    std::vector<std::string> names;
    for (const PolicyRegime& regime : regimes) names.push_back(regime.name);
    return names;
}

/// What is in force at the end of a year: the scenario's own measures by their dates, then those of
/// the regime.
Scenario policy_of_year(const Scenario& scenario, int year, const PolicyRegime* regime) {
    Scenario policy = measures_in_force(
        scenario, Date{std::chrono::year(year), std::chrono::December, std::chrono::day(31)});
    if (regime == nullptr) return policy;
    policy.measures.insert(policy.measures.end(), regime->measures.begin(), regime->measures.end());
    if (policy.retaliation.rule == RetaliationRule::none) policy.retaliation = regime->retaliation;
    return policy;
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
    if (has_regimes()) make_chain();
    make_shocks(products);
}

void PathSolver::choose_years(int base_year) {
    from_ = path_of(*scenario_).from.value_or(base_year + 1);
    if (from_ <= base_year) {
        throw OptionError(fmt::format(
            "Policies apply from {} on, but the world is of {}; choose a year after it.", from_,
            base_year));
    }
    if (plan_.until < from_) {
        throw OptionError(
            fmt::format("The path ends in {}, before policies apply, in {}.", plan_.until, from_));
    }
    for (int year = base_year; year <= plan_.until; ++year) years_.push_back(year);
}

void PathSolver::make_chain() {
    const std::vector<std::string> names = names_of(scenario_->regimes);
    Array2<double> next(names.size(), names.size());
    draws_chances_ = scenario_->regimes.front().next.empty();
    const std::vector<std::string> known = regime_names();
    for (std::size_t r = 0; r < names.size(); ++r) {
        for (std::size_t q = 0; q < names.size(); ++q) {
            if (!draws_chances_) {
                next(r, q) = scenario_->regimes[r].next.at(names[q]);
                continue;
            }
            const auto from = std::ranges::find(known, names[r]);
            const auto to = std::ranges::find(known, names[q]);
            if (names.size() != known.size() || from == known.end() || to == known.end()) {
                throw OptionError(fmt::format(
                    "The history of tariffs knows the regimes {}; the scenario has {}. Give every "
                    "regime its chances under next, or use those names.",
                    fmt::join(known, ", "), fmt::join(names, ", ")));
            }
            next(r, q) = plan_.history.mean(static_cast<std::size_t>(from - known.begin()),
                                            static_cast<std::size_t>(to - known.begin()));
        }
    }
    chain_.emplace(names, next);
    const PolicyPath path = path_of(*scenario_);
    first_regime_ = path.regime.empty() ? plan_.last_regime : path.regime;
    if (std::ranges::find(names, first_regime_) == names.end()) {
        throw OptionError(fmt::format(
            "The first regime is {}, which the scenario does not have; set regime in [path] to one "
            "of {}.",
            first_regime_, fmt::join(names, ", ")));
    }
    if (path.risk_response > 0.0 && std::ranges::find(names, known.back()) == names.end()) {
        throw OptionError(
            fmt::format("risk_response needs a regime called {}; the scenario has {}.",
                        known.back(), fmt::join(names, ", ")));
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
        const Date day{std::chrono::year(years_[t]), std::chrono::December, std::chrono::day(31)};
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
    if (!chain_) return path;
    RandomStream luck = stream({.seed = plan_.seed, .draw = draw}, SamplePurpose::regime, 0);
    const std::vector<std::string>& names = chain_->names();
    // Regimes of the file may stand in another order than those of the history.
    const RegimeChain drawn = draws_chances_ ? plan_.history.draw(luck) : *chain_;
    const auto position = [](const std::vector<std::string>& list, const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(list, name) - list.begin());
    };
    std::size_t now = position(drawn.names(), first_regime_);
    for (std::size_t t = 1; t < years_.size(); ++t) {
        if (years_[t] < from_) continue;
        if (years_[t] > from_) now = drawn.after(now, luck.uniform());
        path[t] = position(names, drawn.names()[now]);
    }
    return path;
}

double PathSolver::rate_under(std::optional<std::size_t> regime) const {
    const double response = path_of(*scenario_).risk_response;
    if (!regime || !chain_ || response == 0.0) return sourcing_.rate;
    const auto& names = chain_->names();
    const auto confrontation =
        static_cast<std::size_t>(std::ranges::find(names, regime_names().back()) - names.begin());
    const double risk = chain_->chance(*regime, confrontation);
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
