#include "entente/ensemble/draw_solver.hpp"

#include <array>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/response/solve_response.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/policy_under.hpp"

namespace entente {
namespace {

std::string kind_of(const InputQuantity& quantity) {
    return quantity.name.substr(0, quantity.name.find(' '));
}

std::vector<Factor> factors_of(const UncertainInputs& inputs, IndexLevel level) {
    std::vector<Factor> factors;
    if (level == IndexLevel::none) return factors;
    for (std::size_t k = 0; k < inputs.size(); ++k) {
        const InputQuantity& quantity = inputs.quantities()[k];
        const std::string name = level == IndexLevel::kind ? kind_of(quantity) : quantity.name;
        if (factors.empty() || factors.back().name != name) {
            factors.push_back({.name = name, .inputs = FromSecond(inputs.size(), false)});
        }
        factors.back().inputs[k] = true;
    }
    return factors;
}

ModelOptions model_options(const Scenario& scenario, const DrawPlan& plan) {
    return {.deficits = plan.deficits,
            .supply_elasticity = scenario.supply_elasticity,
            .largest_trade_elasticity = scenario.theta_cap.value_or(0.0),
            .trade_elasticity = {},
            .horizon = scenario.horizon};
}

/// The world with other flows: output follows from sales, final demand from what is left over.
World with_flows(const World& world, const Array3<double>& factor) {
    WorldData data = world.data();
    data.consumption_share = {};
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            double output = 0.0;
            for (std::size_t n = 0; n < world.num_countries(); ++n) {
                data.trade_flow(i, n, s) *= factor(i, n, s);
                output += data.trade_flow(i, n, s);
            }
            data.gross_output(i, s) = output;
        }
    }
    return World(std::move(data));
}

std::array<double, ensemble_figures.size()> figures_of(const CountryChange& change) {
    const auto percent = [](double hat) { return 100.0 * (hat - 1.0); };
    return {percent(change.welfare_hat), percent(change.real_wage_hat),
            percent(change.income_hat),  percent(change.price_index_hat),
            percent(change.exports_hat), percent(change.imports_hat)};
}

// [eq:group-change]  sum_n in group wL[n] change[n] / sum_n in group wL[n], wL of the baseline with
// central values
Array2<double> entity_figures(const std::vector<CountryChange>& changes,
                              const std::vector<double>& weight,
                              const std::vector<EnsembleEntity>& entities,
                              std::size_t num_figures) {
    Array2<double> figures(entities.size(), num_figures);
    for (std::size_t e = 0; e < entities.size(); ++e) {
        double sum = 0.0;
        for (const std::size_t n : entities[e].members) sum += weight[n];
        for (const std::size_t n : entities[e].members) {
            const auto of_country = figures_of(changes[n]);
            // A country alone keeps its very bits.
            const double part = entities[e].is_group ? weight[n] / sum : 1.0;
            for (std::size_t f = 0; f < num_figures; ++f) figures(e, f) += part * of_country[f];
        }
    }
    return figures;
}

std::vector<std::size_t> places_of(const World& world, const std::vector<std::string>& codes) {
    std::vector<std::size_t> places;
    for (const std::string& code : codes) places.push_back(world.countries().at(code));
    return places;
}

/// What i made of s before the shock, net of tariffs.
double base_output(const Baseline& baseline, std::size_t i, std::size_t s) {
    double output = 0.0;
    for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
        output += baseline.trade_share(i, n, s) * baseline.expenditure(n, s) /
                  (1.0 + baseline.tariff_rate(i, n, s));
    }
    return output;
}

// [eq:sector-output]  Y_hat[i,s] / c_hat[i,s], Y the value and c the unit cost of output
Array2<double> sector_output(const Baseline& baseline, const Equilibrium& solved,
                             const std::vector<std::size_t>& countries) {
    Array2<double> changes(countries.size(), countries.empty() ? 0 : baseline.num_sectors());
    for (std::size_t c = 0; c < countries.size(); ++c) {
        const std::size_t i = countries[c];
        for (std::size_t s = 0; s < baseline.num_sectors(); ++s) {
            const double before = base_output(baseline, i, s);
            const double hat = solved.gross_output_new(i, s) / before / solved.unit_cost_hat(i, s);
            changes(c, s) =
                before > 0.0 ? 100.0 * (hat - 1.0) : std::numeric_limits<double>::quiet_NaN();
        }
    }
    return changes;
}

ResponseRecord record_of(const Response& found) {
    ResponseRecord record{.num_solves = found.num_solves};
    for (const QuotaOutcome& outcome : found.quotas) {
        record.quotas.push_back({.i = outcome.cell.i,
                                 .n = outcome.cell.n,
                                 .s = outcome.cell.s,
                                 .regime = outcome.regime,
                                 .fill_rate = outcome.fill_rate,
                                 .shadow_rate = outcome.shadow_rate,
                                 .rent = outcome.rent});
    }
    if (!found.chosen) return record;
    for (const ChosenRate& rate : found.chosen->rates) {
        record.chosen.push_back({rate.party, rate.sector, rate.rate});
    }
    record.largest_gain = found.chosen->best_deviation.gain;
    return record;
}

}  // namespace

std::vector<EnsembleEntity> ensemble_entities(const World& world) {
    std::vector<EnsembleEntity> entities;
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        entities.push_back({.code = world.countries()[n], .members = {n}});
    }
    for (const std::string& group : world.groups()) {
        const std::vector<std::size_t> members = world.members(group);
        if (members.empty()) continue;
        entities.push_back({.code = group, .is_group = true, .members = members});
    }
    return entities;
}

DrawSolver::DrawSolver(const World& world, const Scenario& scenario, const DrawPlan& plan,
                       const UsProducts* products)
    : world_(&world),
      scenario_(&scenario),
      products_(products),
      plan_(plan),
      sector_countries_(places_of(world, plan.sector_countries)),
      inputs_(world, scenario, plan.sampler, plan.past),
      entities_(ensemble_entities(world)),
      factors_(factors_of(inputs_, plan.indices)),
      baseline_(make_baseline(world, model_options(scenario, plan))) {
    const Uncertainty& uncertainty = *scenario.uncertainty;
    std::vector<std::optional<std::size_t>> regimes{std::nullopt};
    if (uncertainty.varies(UncertainInput::regime)) {
        regimes.clear();
        for (std::size_t r = 0; r < scenario.regimes.size(); ++r) regimes.emplace_back(r);
    }
    std::vector<std::optional<RetaliationRule>> rules{std::nullopt};
    if (uncertainty.varies(UncertainInput::retaliation) && !uncertainty.retaliation.rules.empty()) {
        rules.assign(uncertainty.retaliation.rules.begin(), uncertainty.retaliation.rules.end());
    }
    for (const auto& regime : regimes) {
        for (const auto& rule : rules) {
            shocks_.emplace(std::pair(regime, rule), shock_of({.rule = rule, .regime = regime}));
        }
    }
}

Shock DrawSolver::shock_of(const DrawnCase& drawn) const {
    Scenario policy = *scenario_;
    if (drawn.measures) policy.measures = *drawn.measures;
    // Of the scenario's own answer; the regime's comes where that is none.
    if (drawn.rule) policy.retaliation.rule = *drawn.rule;
    if (drawn.regime) policy = policy_under(std::move(policy), &scenario_->regimes[*drawn.regime]);
    return make_shock(*world_, policy, products_);
}

Evaluation DrawSolver::evaluate(const SamplePoint& point, const FromSecond& from_second,
                                std::size_t num_figures) const {
    const DrawnCase drawn = inputs_.draw(point, from_second);
    Evaluation evaluation;
    try {
        std::optional<Shock> other_shock;
        if (drawn.measures) other_shock = shock_of(drawn);
        std::optional<Baseline> other_baseline;
        ModelOptions options = model_options(*scenario_, plan_);
        options.trade_elasticity = drawn.trade_elasticity;
        // The baseline scales elasticities to the horizon; those drawn are of the long run.
        options.horizon = drawn.horizon.value_or(options.horizon);
        if (!drawn.flow_factor.empty()) {
            other_baseline = make_baseline(with_flows(*world_, drawn.flow_factor), options);
        } else if (!drawn.trade_elasticity.empty() || drawn.horizon) {
            other_baseline = make_baseline(*world_, options);
        }
        const Baseline& baseline = other_baseline ? *other_baseline : baseline_;
        const Shock& shock =
            other_shock ? *other_shock : shocks_.at(std::pair(drawn.regime, drawn.rule));
        Workspace workspace(baseline);
        const Response found =
            solve_response(baseline, shock, {.tolerance = scenario_->tolerance}, workspace);
        const Equilibrium& solved = found.equilibrium;
        evaluation.is_usable = solved.is_usable();
        if (!evaluation.is_usable) {
            evaluation.reason = solved.message;
            return evaluation;
        }
        evaluation.figures = entity_figures(country_changes(baseline, found.shock, solved),
                                            baseline_.value_added, entities_, num_figures);
        // Only the draw itself keeps more than welfare.
        if (num_figures > 1) {
            evaluation.sector_output = sector_output(baseline, solved, sector_countries_);
            evaluation.response = record_of(found);
        }
    } catch (const DataError& error) {
        // Data of this draw without a solution are a failed draw, not the end of the others.
        evaluation.reason = error.what();
    }
    return evaluation;
}

DrawRecord DrawSolver::solve(std::uint32_t draw) const {
    const SamplePoint point{.sampler = plan_.sampler, .seed = plan_.seed, .draw = draw};
    DrawRecord record{.draw = draw};
    record.evaluations.push_back(evaluate(point, {}, ensemble_figures.size()));
    if (plan_.indices == IndexLevel::none) return record;
    record.evaluations.push_back(evaluate(point, FromSecond(inputs_.size(), true), 1));
    for (const Factor& factor : factors_) {
        record.evaluations.push_back(evaluate(point, factor.inputs, 1));
    }
    return record;
}

}  // namespace entente
