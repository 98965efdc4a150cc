#include "entente/realignment/hazard/association.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/numerics/logistic_regression.hpp"
#include "entente/numerics/normal.hpp"
#include "entente/realignment/hazard/predictor.hpp"
#include "entente/realignment/hazard/standardised.hpp"

namespace entente {
namespace {

std::size_t column_of(const HazardTable& table, std::string_view name) {
    const auto found = std::find(table.predictors.begin(), table.predictors.end(), name);
    if (found == table.predictors.end()) {
        throw ShapeError("The hazard table lacks the predictors of trade and finance.");
    }
    return static_cast<std::size_t>(found - table.predictors.begin());
}

/// @param value  Of a row; NaN leaves the row out.
Association association(const HazardTable& table, const AssociationYears& years, double unit,
                        const std::function<double(std::size_t)>& value) {
    const std::vector<std::uint8_t> happened =
        events_ahead(table, 1, std::numeric_limits<int>::max());
    std::vector<std::size_t> rows;
    std::vector<double> v;
    std::vector<std::uint8_t> outcome;
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        if (table.rows[k].year < years.first || table.rows[k].year > years.last) continue;
        if (std::isnan(value(k))) continue;
        rows.push_back(k);
        v.push_back(value(k));
        outcome.push_back(happened[k]);
    }
    if (rows.empty()) throw OptionError("No state-year has the figures an association needs.");

    const std::vector<std::string_view> names = predictors_of(headline_specification);
    const Array2<double> values = predictor_values(table, names);
    const Array2<double> x = Standardiser(values, rows, names).apply(values, rows);
    double mean = 0.0;
    for (const double each : v) mean += each / static_cast<double>(v.size());
    double variance = 0.0;
    for (const double each : v) {
        variance += (each - mean) * (each - mean) / static_cast<double>(v.size());
    }
    const double sd = std::sqrt(variance);
    Array2<double> regressors(rows.size(), x.columns() + 1);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        std::copy(x.row(k).begin(), x.row(k).end(), regressors.row(k).begin());
        regressors(k, x.columns()) = sd > 0.0 ? (v[k] - mean) / sd : 0.0;
    }
    const LogitFit fit = fit_logit(regressors, outcome, {.prior_sd = 1.0});
    const double scale = sd > 0.0 ? unit / sd : 0.0;
    const double slope = scale * fit.coefficients.back();
    const double reach =
        normal_quantile(0.95) * scale * std::sqrt(fit.covariance(x.columns() + 1, x.columns() + 1));
    return {std::exp(slope), std::exp(slope - reach), std::exp(slope + reach), rows.size(),
            static_cast<std::size_t>(std::count(outcome.begin(), outcome.end(), 1))};
}

}  // namespace

Association trade_association(const HazardTable& table, const AssociationYears& years) {
    constexpr double ten_points = 0.1;
    const std::size_t us = column_of(table, "trade_share_us");
    const std::size_t china = column_of(table, "trade_share_china");
    const std::size_t russia = column_of(table, "trade_share_russia");
    return association(table, years, ten_points, [&](std::size_t k) {
        return table.values(k, us) - table.values(k, china) - table.values(k, russia);
    });
}

Association finance_association(const HazardTable& table, const AssociationYears& years) {
    const std::size_t finance = column_of(table, "chinese_finance");
    return association(table, years, std::log(2.0), [&](std::size_t k) {
        const double value = table.values(k, finance);
        return value > 0.0 ? value : std::numeric_limits<double>::quiet_NaN();
    });
}

}  // namespace entente
