#include "entente/realignment/hazard/hazard_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente {

TrainingSet training_set(const HazardTable& table, int origin) {
    const std::vector<std::uint8_t> happened = events_ahead(table, 1, origin);
    TrainingSet set;
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        if (table.rows[k].year > origin - years_until_known) continue;
        set.rows.push_back(k);
        set.outcome.push_back(happened[k]);
    }
    return set;
}

HazardModel fit_hazard(const HazardTable& table, const Array2<double>& values,
                       const TrainingSet& training, Specification specification, double prior_sd) {
    const std::vector<std::string_view> names = predictors_of(specification);
    HazardModel model{.specification = specification,
                      .prior_sd = prior_sd,
                      .scale = Standardiser(values, training.rows, names),
                      .fit = {}};
    const Array2<double> x = model.scale.apply(values, training.rows);
    model.fit = fit_logit(x, training.outcome, {.prior_sd = prior_sd});

    std::vector<double> partner_eta;
    std::vector<std::uint8_t> partner_outcome;
    std::vector<std::size_t> partner_state;
    for (std::size_t k = 0; k < training.rows.size(); ++k) {
        if (!table.rows[training.rows[k]].is_partner) continue;
        double eta = model.fit.intercept;
        for (std::size_t j = 0; j < x.columns(); ++j) eta += x(k, j) * model.fit.coefficients[j];
        partner_eta.push_back(eta);
        partner_outcome.push_back(training.outcome[k]);
        partner_state.push_back(table.rows[training.rows[k]].state);
    }
    if (std::count(partner_outcome.begin(), partner_outcome.end(), 1) > 0) {
        model.partner_shift = recentring_shift(partner_eta, partner_outcome);
    }
    for (double& eta : partner_eta) eta = logistic(eta + model.partner_shift);
    model.country_sd = country_effect_sd(partner_state, partner_eta, partner_outcome);
    return model;
}

std::vector<double> linear_predictors(const HazardModel& model, const HazardTable& table,
                                      const Array2<double>& values,
                                      std::span<const std::size_t> rows) {
    const Array2<double> x = model.scale.apply(values, rows);
    std::vector<double> eta(rows.size(), model.fit.intercept);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (std::size_t j = 0; j < x.columns(); ++j) eta[k] += x(k, j) * model.fit.coefficients[j];
        if (table.rows[rows[k]].is_partner) eta[k] += model.partner_shift;
    }
    return eta;
}

double risk_over(double yearly, int horizon) {
    return -std::expm1(static_cast<double>(horizon) * std::log1p(-yearly));
}

double country_effect_sd(std::span<const std::size_t> state, std::span<const double> yearly,
                         std::span<const std::uint8_t> outcome) {
    struct Totals {
        double gap = 0.0;
        double variance = 0.0;
    };
    std::map<std::size_t, Totals> countries;
    for (std::size_t k = 0; k < state.size(); ++k) {
        Totals& totals = countries[state[k]];
        totals.gap += static_cast<double>(outcome[k]) - yearly[k];
        totals.variance += yearly[k] * (1.0 - yearly[k]);
    }
    double excess = 0.0;
    double weight = 0.0;
    for (const auto& [country, totals] : countries) {
        excess += totals.gap * totals.gap - totals.variance;
        weight += totals.variance * totals.variance;
    }
    return weight > 0.0 ? std::sqrt(std::max(0.0, excess / weight)) : 0.0;
}

}  // namespace entente
