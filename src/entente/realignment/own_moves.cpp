#include "entente/realignment/own_moves.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/array.hpp"
#include "entente/numerics/huber.hpp"

namespace entente::detail {
namespace {

constexpr std::size_t least_states = 10;
constexpr std::size_t num_coefficients = 3;
constexpr double huber_threshold = 1.5;

std::size_t num_places(std::vector<double> values) {
    constexpr double same_place = 1e-9;
    std::ranges::sort(values);
    std::size_t count = 1;
    for (std::size_t k = 1; k < values.size(); ++k) {
        count += values[k] - values[k - 1] > same_place ? 1 : 0;
    }
    return count;
}

}  // namespace

std::vector<double> own_moves(const std::vector<double>& base, const std::vector<double>& move) {
    std::vector<double> residual(base.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<std::size_t> states;
    std::vector<double> places;
    std::vector<double> change;
    for (std::size_t n = 0; n < base.size(); ++n) {
        if (std::isnan(base[n]) || std::isnan(move[n])) continue;
        states.push_back(n);
        places.push_back(base[n]);
        change.push_back(move[n]);
    }
    if (states.size() < least_states || num_places(places) < num_coefficients) return residual;
    Array2<double> regressors(states.size(), num_coefficients, 1.0);
    for (std::size_t k = 0; k < states.size(); ++k) {
        regressors(k, 1) = places[k];
        regressors(k, 2) = places[k] * places[k];
    }
    const HuberFit fit = huber_regression(regressors, change, {.threshold = huber_threshold});
    for (std::size_t k = 0; k < states.size(); ++k) residual[states[k]] = fit.residuals[k];
    return residual;
}

}  // namespace entente::detail
