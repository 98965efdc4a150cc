#include "entente/study/policy/solution.hpp"

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/products.hpp"
#include "entente/study/exposure/welfare_gradient.hpp"
#include "entente/study/policy/dated_scenario.hpp"
#include "entente/study/policy/policy_response.hpp"
#include "entente/study/policy/welfare_path.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::deficit_names;
using detail::deficits_of;

SolveMethod method_named(const std::string& name) {
    if (name == "anderson") return SolveMethod::anderson;
    return name == "newton_krylov" ? SolveMethod::newton_krylov : SolveMethod::automatic;
}

/// Largest change of a wage when the same search starts from twice the wages it found.
double change_from_doubled_wages(const Baseline& baseline, const Shock& shock,
                                 const Equilibrium& solved, SolveOptions options,
                                 Workspace& workspace) {
    for (const double wage : solved.wage_hat)
        options.log_wage_start.push_back(std::log(2.0 * wage));
    const Equilibrium again = solve_equilibrium(baseline, shock, options, workspace);
    double largest = 0.0;
    for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
        largest = std::max(largest, std::abs(again.wage_hat[n] - solved.wage_hat[n]));
    }
    return largest;
}

void add_rows(const World& world, const Baseline& baseline, const Shock& shock,
              const Equilibrium& solved, Solution& solution) {
    const std::vector<CountryChange> changes = country_changes(baseline, shock, solved);
    for (std::size_t n = 0; n < changes.size(); ++n) {
        const CountryChange& change = changes[n];
        solution.rows.push_back({.code = world.countries()[n],
                                 .name = world.country_name(n),
                                 .welfare = change.welfare_hat - 1.0,
                                 .real_wage = change.real_wage_hat - 1.0,
                                 .welfare_first_order = change.welfare_first_order(),
                                 .terms_of_trade = change.terms_of_trade,
                                 .volume_of_trade = change.volume_of_trade,
                                 .technical_efficiency = change.technical_efficiency,
                                 .income = change.income_hat - 1.0,
                                 .price_index = change.price_index_hat - 1.0,
                                 .exports = change.exports_hat - 1.0,
                                 .imports = change.imports_hat - 1.0,
                                 .tariff_revenue = baseline.tariff_revenue[n],
                                 .tariff_revenue_new = solved.tariff_revenue_new[n]});
    }
}

/// The same solve on the other time path, for horizons where the two lie far apart.
void add_other_profile(const World& world, ModelOptions model, const Shock& asked,
                       const SolveOptions& search, Solution& solution) {
    model.horizon = model.horizon.with_other_profile();
    const Baseline baseline = make_baseline(world, model);
    Workspace workspace(baseline);
    const detail::PolicyResponse response =
        detail::solve_policy(baseline, asked, search, workspace);
    const Equilibrium& solved = response.equilibrium;
    solution.other_profile = {.horizon = model.horizon, .message = solved.message};
    if (!solved.is_usable()) return;
    const std::vector<CountryChange> changes = country_changes(baseline, response.shock, solved);
    for (std::size_t n = 0; n < changes.size(); ++n) {
        solution.rows[n].welfare_other_profile = changes[n].welfare_hat - 1.0;
    }
}

double base_flow(const Baseline& baseline, std::size_t i, std::size_t n, std::size_t s) {
    return baseline.trade_share(i, n, s) * baseline.expenditure(n, s) /
           (1.0 + baseline.tariff_rate(i, n, s));
}

void add_sectors(const Baseline& baseline, const Equilibrium& solved, Solution& solution) {
    for (std::size_t i = 0; i < baseline.num_countries(); ++i) {
        for (std::size_t s = 0; s < baseline.num_sectors(); ++s) {
            double output = 0.0;
            for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
                output += base_flow(baseline, i, n, s);
            }
            solution.sectors.push_back({.country = baseline.countries[i],
                                        .sector = baseline.sectors[s],
                                        .gross_output = output,
                                        .gross_output_new = solved.gross_output_new(i, s),
                                        .expenditure = baseline.expenditure(i, s),
                                        .expenditure_new = solved.expenditure_new(i, s),
                                        .price_index = solved.price_index_hat(i, s) - 1.0,
                                        .unit_cost = solved.unit_cost_hat(i, s) - 1.0});
        }
    }
}

void add_bilateral(const Baseline& baseline, const Shock& shock, const Equilibrium& solved,
                   Solution& solution) {
    const TradeState now = trade_state(baseline, shock, solved);
    const std::size_t num_countries = baseline.num_countries();
    for (std::size_t s = 0; s < baseline.num_sectors(); ++s) {
        for (std::size_t i = 0; i < num_countries; ++i) {
            for (std::size_t n = 0; n < num_countries; ++n) {
                solution.bilateral.push_back({.sector = baseline.sectors[s],
                                              .origin = baseline.countries[i],
                                              .destination = baseline.countries[n],
                                              .value = base_flow(baseline, i, n, s),
                                              .value_new = now.trade_flow(i, n, s)});
            }
        }
    }
}

/// Every text once, in the order of the scenario.
void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

std::vector<std::string> kinds_without_effect(const Scenario& scenario) {
    std::vector<std::string> kinds;
    for (const Measure& measure : scenario.measures) {
        const KindRule& rule = rule_of(measure.kind);
        if (!rule.moves_trade) add_once(kinds, rule.name);
    }
    return kinds;
}

std::vector<std::string> sources_of(const Scenario& scenario) {
    std::vector<std::string> sources;
    for (const Measure& measure : scenario.measures) add_once(sources, measure.source);
    add_once(sources, scenario.retaliation.source);
    return sources;
}

bool is_changed(const World& world, const Shock& shock, std::size_t i, std::size_t n,
                std::size_t s) {
    return (!shock.tariff_rate.empty() &&
            shock.tariff_rate(i, n, s) != world.tariff_rate()(i, n, s)) ||
           (!shock.trade_cost_hat.empty() && shock.trade_cost_hat(i, n, s) != 1.0) ||
           (!shock.share_factor.empty() && shock.share_factor(i, n, s) != 1.0) ||
           (!shock.output_subsidy.empty() && shock.output_subsidy(i, s) != 0.0);
}

}  // namespace

Solution solve_scenario(const WorldCatalog& worlds, const SolveTaskOptions& options) {
    if (options.bilateral + options.sectors + options.decomposition + !options.gradient.empty() >
        1) {
        throw OptionError(
            "Only one of bilateral, sectors, decomposition and gradient can be shown at once.");
    }
    const detail::PlacedScenario placed = detail::place_scenario(
        worlds, {.file = options.scenario, .world = options.world, .at = options.at});
    const auto& [scenario, day] = placed.dated;
    const World& world = placed.world;
    const Shock& asked = placed.shock;
    const Horizon horizon = detail::horizon_of(scenario, options.horizon, options.profile);
    if (!options.gradient.empty() && !asked.quotas.empty()) {
        throw OptionError(
            "The gradient holds shadow rates and rents of quotas fixed, which a change of a tariff "
            "would move; ask for the result without the gradient.");
    }
    const DeficitMode deficits = deficits_of(scenario, options.deficits);
    const ModelOptions model{.deficits = deficits,
                             .supply_elasticity = scenario.supply_elasticity,
                             .largest_trade_elasticity = scenario.theta_cap.value_or(0.0),
                             .trade_elasticity = {},
                             .horizon = horizon};
    const Baseline baseline = make_baseline(world, model);
    const SolveOptions search{.tolerance = scenario.tolerance,
                              .method = method_named(options.solver)};
    Workspace workspace(baseline);
    const detail::PolicyResponse response =
        detail::solve_policy(baseline, asked, search, workspace);
    const Equilibrium& solved = response.equilibrium;
    const Shock& shock = response.shock;

    Solution solution{.world = detail::stamp(world),
                      .title = scenario.title,
                      .deficits = deficit_names[static_cast<std::size_t>(deficits)],
                      .capped_sectors = baseline.capped_sectors,
                      .sources = sources_of(scenario),
                      .rows = {},
                      .bilateral = {},
                      .is_bilateral = options.bilateral,
                      .is_by_sector = options.sectors,
                      .certificate = {.is_converged = solved.is_usable(),
                                      .message = solved.message,
                                      .residual = solved.residual,
                                      .walras = solved.walras,
                                      .passes = solved.passes,
                                      .seconds = solved.seconds,
                                      .baseline_seconds = baseline.seconds},
                      .day = day,
                      .without_effect = kinds_without_effect(scenario),
                      .has_products = names_products(scenario.measures),
                      .quotas = response.quotas,
                      .chosen = response.chosen,
                      .choice = response.choice,
                      .horizon = horizon};
    // Figures of a search that failed would be taken for results.
    if (!solution.certificate.is_converged) return solution;
    solution.certificate.homogeneity =
        change_from_doubled_wages(baseline, shock, solved, search, workspace);
    add_rows(world, baseline, shock, solved, solution);
    for (std::size_t n = 0; !shock.output_subsidy.empty() && n < world.num_countries(); ++n) {
        if (!(solved.subsidy_cost_new[n] > 0.0)) continue;
        solution.subsidies.push_back({world.countries()[n], solved.subsidy_cost_new[n]});
    }
    if (horizon.needs_both_profiles()) add_other_profile(world, model, asked, search, solution);
    if (options.bilateral) add_bilateral(baseline, shock, solved, solution);
    if (options.sectors) add_sectors(baseline, solved, solution);
    if (options.decomposition) {
        solution.path = detail::follow_welfare_path(world, baseline, shock);
    }
    if (!options.gradient.empty()) {
        solution.gradient = detail::welfare_gradient(world, baseline, workspace, options.gradient);
    }
    return solution;
}

Validation validate_scenario(const WorldCatalog& worlds, const ValidateOptions& options) {
    const detail::PlacedScenario placed = detail::place_scenario(
        worlds, {.file = options.scenario, .world = options.world, .at = options.at});
    const auto& [scenario, day] = placed.dated;
    const World& world = placed.world;
    const Shock& shock = placed.shock;
    Validation validation{.file = options.scenario,
                          .title = scenario.title,
                          .world = detail::stamp(world),
                          .num_measures = scenario.measures.size(),
                          .day = day,
                          .without_effect = kinds_without_effect(scenario),
                          .has_products = placed.products.has_value()};
    Array3<unsigned char> has_quota(world.num_countries(), world.num_countries(),
                                    world.num_sectors());
    for (const QuotaCell& quota : shock.quotas) has_quota(quota.i, quota.n, quota.s) = 1;
    double all = 0.0;
    double changed = 0.0;
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            for (std::size_t s = 0; i != n && s < world.num_sectors(); ++s) {
                const double flow = world.trade_flow()(i, n, s);
                all += flow;
                if (has_quota(i, n, s) == 0 && !is_changed(world, shock, i, n, s)) continue;
                ++validation.num_cells;
                changed += flow;
            }
        }
    }
    validation.trade_share = all > 0.0 ? changed / all : 0.0;
    return validation;
}

}  // namespace entente
