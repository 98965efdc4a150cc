#include "entente/measures/hedging/intensity_residual.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <set>

namespace entente {
namespace {

struct Regressor {
    std::function<double(const IntensityObservation&)> value;
    double IntensityFit::*coefficient;
};

const std::array<Regressor, 5>& regressors() {
    using Row = IntensityObservation;
    static const std::array<Regressor, 5> all{{
        {[](const Row& row) { return row.log_gdp; }, &IntensityFit::log_gdp},
        {[](const Row& row) { return row.log_distance; }, &IntensityFit::log_distance},
        {[](const Row& row) { return row.is_contiguous ? 1.0 : 0.0; }, &IntensityFit::contiguity},
        {[](const Row& row) { return row.has_common_language ? 1.0 : 0.0; },
         &IntensityFit::common_language},
        {[](const Row& row) { return row.is_eu_member ? 1.0 : 0.0; }, &IntensityFit::eu_membership},
    }};
    return all;
}

bool varies(const Regressor& regressor, std::span<const IntensityObservation> observations) {
    return std::any_of(observations.begin(), observations.end(), [&](const auto& row) {
        return regressor.value(row) != regressor.value(observations.front());
    });
}

}  // namespace

IntensityFit fit_intensity(std::span<const IntensityObservation> observations,
                           const HuberOptions& options) {
    std::set<int> years;
    for (const IntensityObservation& row : observations) years.insert(row.year);
    std::vector<const Regressor*> used;
    for (const Regressor& regressor : regressors()) {
        if (varies(regressor, observations)) used.push_back(&regressor);
    }

    IntensityFit fit{.years = {years.begin(), years.end()}};
    Array2<double> x(observations.size(), fit.years.size() + used.size());
    std::vector<double> y;
    for (std::size_t k = 0; k < observations.size(); ++k) {
        const IntensityObservation& row = observations[k];
        const auto year = std::lower_bound(fit.years.begin(), fit.years.end(), row.year);
        x(k, static_cast<std::size_t>(year - fit.years.begin())) = 1.0;
        for (std::size_t c = 0; c < used.size(); ++c) {
            x(k, fit.years.size() + c) = used[c]->value(row);
        }
        y.push_back(row.log_share);
    }

    HuberFit regression = huber_regression(x, y, options);
    const auto num_years = static_cast<std::ptrdiff_t>(fit.years.size());
    fit.year_effects.assign(regression.coefficients.begin(),
                            regression.coefficients.begin() + num_years);
    for (std::size_t c = 0; c < used.size(); ++c) {
        fit.*(used[c]->coefficient) = regression.coefficients[fit.years.size() + c];
    }
    fit.residuals = std::move(regression.residuals);
    fit.scale = regression.scale;
    fit.converged = regression.converged;
    return fit;
}

}  // namespace entente
