#include "entente/realignment/tipping/smoothed_persistence.hpp"

#include <cmath>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/realignment/tipping/early_warning.hpp"

namespace entente {
namespace {

/// [t, u] what one unit in the series at u leaves in the residual at t.
Array2<double> residual_maker(std::size_t length, double bandwidth) {
    Array2<double> maker(length, length);
    std::vector<double> unit(length, 0.0);
    for (std::size_t u = 0; u < length; ++u) {
        unit[u] = 1.0;
        const auto trend = kernel_trend(unit, bandwidth);
        for (std::size_t t = 0; t < length; ++t) maker(t, u) = unit[t] - trend[t];
        unit[u] = 0.0;
    }
    return maker;
}

/// [lag] what covariances of the series at a lag add to sum_t r_t r_{t + shift}.
std::vector<double> lag_weights(const Array2<double>& maker, std::size_t shift) {
    const std::size_t n = maker.rows();
    std::vector<double> weights(n, 0.0);
    for (std::size_t t = 0; t + shift < n; ++t) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                weights[i > j ? i - j : j - i] += maker(t, i) * maker(t + shift, j);
            }
        }
    }
    return weights;
}

double at_persistence(const std::vector<double>& weights, double phi) {
    double sum = 0.0;
    for (std::size_t lag = weights.size(); lag-- > 0;) sum = sum * phi + weights[lag];
    return sum;
}

}  // namespace

SmoothedPersistence::SmoothedPersistence(std::size_t length, double bandwidth) {
    const Array2<double> maker = residual_maker(length, bandwidth);
    products_ = lag_weights(maker, 1);
    squares_ = lag_weights(maker, 0);
}

double SmoothedPersistence::before_smoothing(double residual_autocorrelation) const {
    double low = -0.99;
    double high = 0.99;
    for (int k = 0; k < 60; ++k) {
        const double phi = 0.5 * (low + high);
        const double expected = at_persistence(products_, phi) / at_persistence(squares_, phi);
        (expected < residual_autocorrelation ? low : high) = phi;
    }
    return 0.5 * (low + high);
}

}  // namespace entente
