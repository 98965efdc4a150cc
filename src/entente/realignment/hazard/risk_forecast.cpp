#include "entente/realignment/hazard/risk_forecast.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <optional>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente {
namespace {

constexpr std::uint32_t model_purpose = 0x726d;
constexpr std::uint32_t country_purpose = 0x7263;
constexpr std::uint32_t shift_purpose = 0x7273;
constexpr int first_reference_year = 1990;

/// One fitted hazard with the rows to forecast on its scale.
struct Member {
    const HazardModel* model;
    Array2<double> x;
    /// Lower factor of the covariance of intercept and coefficients.
    Eigen::MatrixXd factor;
};

Member make_member(const HazardModel& model, const HazardTable& table,
                   const std::vector<std::size_t>& rows) {
    const Array2<double> values = predictor_values(table, predictors_of(model.specification));
    const Array2<double>& covariance = model.fit.covariance;
    const auto size = static_cast<Eigen::Index>(covariance.rows());
    const Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>
        matrix(covariance.values().data(), size, size);
    return {&model, model.scale.apply(values, rows), Eigen::MatrixXd(matrix.llt().matrixL())};
}

/// Beta(a, b) by two gammas.
double beta_draw(RandomStream& stream, double a, double b) {
    const double first = gamma_draw(stream, a);
    return first / (first + gamma_draw(stream, b));
}

/// How far the log odds of a class's rate may lie from its estimate.
double class_draw(RandomStream& stream, const ClassRate& rate) {
    const double events = rate.events + 0.5;
    const double others = rate.years - rate.events + 0.5;
    return logit(beta_draw(stream, events, others)) - std::log(events / others);
}

std::size_t label_of(const std::array<double, num_risk_labels - 1>& cuts, double probability) {
    return static_cast<std::size_t>(std::upper_bound(cuts.begin(), cuts.end(), probability) -
                                    cuts.begin());
}

/// What one draw has in common for all countries.
struct Common {
    std::size_t member = 0;
    std::vector<double> parameters;
    double allies = 0.0;
    double others = 0.0;
    double slope = 1.0;
};

Common draw_common(const RiskModels& models, const std::vector<Member>& members,
                   const RiskOptions& options, std::uint32_t draw) {
    RandomStream stream({.seed = options.seed, .draw = draw, .purpose = model_purpose});
    Common common;
    double left = stream.uniform();
    while (common.member + 1 < members.size() && left >= models.weights[common.member]) {
        left -= models.weights[common.member];
        ++common.member;
    }
    const Member& member = members[common.member];
    Eigen::VectorXd normal(member.factor.rows());
    for (double& value : normal) value = normal_draw(stream);
    const Eigen::VectorXd moved = member.factor * normal;
    common.parameters.push_back(member.model->fit.intercept + moved[0]);
    for (Eigen::Index j = 1; j < moved.size(); ++j) {
        common.parameters.push_back(
            member.model->fit.coefficients[static_cast<std::size_t>(j - 1)] + moved[j]);
    }
    common.allies = class_draw(stream, models.treaty_allies);
    common.others = class_draw(stream, models.other_partners);
    if (!models.calibration_slopes.empty()) {
        const auto count = static_cast<double>(models.calibration_slopes.size());
        common.slope =
            models.calibration_slopes[static_cast<std::size_t>(stream.uniform() * count)];
    }
    return common;
}

/// Contributions of the headline model against the average partner of the year.
std::vector<std::vector<RiskDriver>> drivers_of(const Member& headline, const HazardTable& table,
                                                const std::vector<std::size_t>& rows) {
    const std::size_t num_names = predictors_of(headline.model->specification).size();
    const std::size_t num_columns = headline.x.columns();
    std::vector<double> average(num_columns, 0.0);
    double partners = 0.0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (!table.rows[rows[k]].is_partner) continue;
        partners += 1.0;
        for (std::size_t j = 0; j < num_columns; ++j) average[j] += headline.x(k, j);
    }
    for (double& value : average) value /= std::max(partners, 1.0);
    std::vector<std::vector<RiskDriver>> result(rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (std::size_t j = 0; j < num_names; ++j) result[k].push_back({j, 0.0});
        for (std::size_t j = 0; j < num_columns; ++j) {
            result[k][headline.model->scale.name_of(j)].log_odds +=
                headline.model->fit.coefficients[j] * (headline.x(k, j) - average[j]);
        }
    }
    return result;
}

}  // namespace

std::array<double, num_risk_labels - 1> label_cuts(const RiskModels& models,
                                                   const HazardTable& table, int horizon) {
    const HazardModel& model = models.models[models.headline];
    std::vector<std::size_t> rows;
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        const HazardRow& row = table.rows[k];
        if (row.is_partner && row.year >= first_reference_year && row.year <= models.year) {
            rows.push_back(k);
        }
    }
    const Array2<double> values = predictor_values(table, predictors_of(model.specification));
    std::vector<double> risks = linear_predictors(model, table, values, rows);
    for (double& risk : risks) risk = risk_over(logistic(risk), horizon);
    std::sort(risks.begin(), risks.end());
    std::array<double, num_risk_labels - 1> cuts{};
    for (std::size_t c = 0; c < cuts.size(); ++c) {
        cuts[c] = sorted_quantile(risks, 0.2 * static_cast<double>(c + 1));
    }
    return cuts;
}

RiskForecast forecast_risk(const RiskModels& models, const HazardTable& table,
                           const RiskOptions& options, const std::vector<LogOddsShift>& shifts) {
    std::vector<std::size_t> rows;
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        if (table.rows[k].year == models.year) rows.push_back(k);
    }
    std::vector<Member> members;
    for (const HazardModel& model : models.models) {
        members.push_back(make_member(model, table, rows));
    }
    std::vector<LogOddsShift> shift_of(rows.size());
    for (const LogOddsShift& shift : shifts) {
        for (std::size_t k = 0; k < rows.size(); ++k) {
            if (table.rows[rows[k]].state == shift.state) shift_of[k] = shift;
        }
    }

    RiskForecast forecast{.year = models.year,
                          .horizon = options.horizon,
                          .base_rate = risk_over(models.base_rate, options.horizon),
                          .cuts = label_cuts(models, table, options.horizon),
                          .countries = {},
                          .draws = Array2<double>(rows.size(), options.num_draws)};
    const double middle = logit(forecast.base_rate);
    parallel_for(options.num_draws, options.threads, [&](std::size_t d) {
        const auto draw = static_cast<std::uint32_t>(d);
        const Common common = draw_common(models, members, options, draw);
        const Member& member = members[common.member];
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const HazardRow& row = table.rows[rows[k]];
            double eta = common.parameters[0];
            for (std::size_t j = 0; j < member.x.columns(); ++j) {
                eta += member.x(k, j) * common.parameters[j + 1];
            }
            if (row.is_partner) {
                eta += member.model->partner_shift +
                       (row.is_treaty_ally ? common.allies : common.others);
            }
            const auto entity = static_cast<std::uint32_t>(row.state);
            RandomStream country(
                {.seed = options.seed, .draw = draw, .purpose = country_purpose, .entity = entity});
            eta += member.model->country_sd * normal_draw(country);
            RandomStream moved(
                {.seed = options.seed, .draw = draw, .purpose = shift_purpose, .entity = entity});
            eta += shift_of[k].mean + shift_of[k].sd * normal_draw(moved);
            const double risk = risk_over(logistic(eta), options.horizon);
            forecast.draws(k, d) = logistic(middle + common.slope * (logit(risk) - middle));
        }
    });

    const auto drivers = drivers_of(members[models.headline], table, rows);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const HazardRow& row = table.rows[rows[k]];
        std::vector<double> sorted(forecast.draws.row(k).begin(), forecast.draws.row(k).end());
        CountryRisk country{.state = row.state,
                            .is_partner = row.is_partner,
                            .is_treaty_ally = row.is_treaty_ally,
                            .drivers = drivers[k]};
        for (const double value : sorted) {
            country.label_probability[label_of(forecast.cuts, value)] +=
                1.0 / static_cast<double>(sorted.size());
        }
        std::sort(sorted.begin(), sorted.end());
        country.probability = sorted_quantile(sorted, 0.5);
        country.low = sorted_quantile(sorted, 0.05);
        country.high = sorted_quantile(sorted, 0.95);
        country.multiple_of_base_rate = country.probability / forecast.base_rate;
        country.label = label_of(forecast.cuts, country.probability);
        country.lowest_label = label_of(forecast.cuts, country.low);
        country.highest_label = label_of(forecast.cuts, country.high);
        forecast.countries.push_back(std::move(country));
    }
    return forecast;
}

bool stands_above(const RiskForecast& forecast, std::size_t higher, std::size_t lower) {
    std::size_t wins = 0;
    for (std::size_t d = 0; d < forecast.draws.columns(); ++d) {
        wins += forecast.draws(higher, d) > forecast.draws(lower, d) ? 1 : 0;
    }
    return static_cast<double>(wins) >= 0.9 * static_cast<double>(forecast.draws.columns()) &&
           forecast.countries[higher].probability >= 1.5 * forecast.countries[lower].probability;
}

}  // namespace entente
