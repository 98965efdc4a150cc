#pragma once

// A one-sector trade model solved in the plainest way, from a matrix of flows alone: the iteration
// of Allen, Arkolakis and Takahashi (2020) on prices, one line an equation. Shares nothing with the
// engine.

#include <algorithm>
#include <cmath>
#include <vector>

#include "entente/base/array.hpp"

namespace entente::testing {

struct GravityModel {
    /// [i, n] sales of i to n, own sales included.
    Array2<double> flow;
    /// [i, n] factor on trade shares at given prices: exp(B), or d_hat^-theta.
    Array2<double> effect;
    double theta = 4.0;
    double psi = 0.0;
    /// Spending is (1 + d) times output, scaled to world output; else output plus a fixed deficit.
    bool is_multiplicative = false;
};

struct GravityResult {
    bool is_solved = false;
    /// Spending of the country that spends least.
    double least_spending = 0.0;
    /// [n]
    std::vector<double> price_hat, price_index_hat, welfare_hat;
};

inline GravityResult solve_universal_gravity(const GravityModel& model) {
    const std::size_t size = model.flow.rows();
    std::vector<double> output(size, 0.0), spending(size, 0.0), output_hat(size, 1.0);
    std::vector<double> spending_new(size), sales(size);
    double world = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t n = 0; n < size; ++n) {
            output[i] += model.flow(i, n);
            spending[n] += model.flow(i, n);
            world += model.flow(i, n);
        }
    }
    GravityResult result{.price_hat = std::vector<double>(size, 1.0),
                         .price_index_hat = std::vector<double>(size, 1.0),
                         .welfare_hat = std::vector<double>(size, 1.0)};
    std::vector<double>& price = result.price_hat;
    std::vector<double>& index = result.price_index_hat;
    for (int pass = 0; pass < 200000 && !result.is_solved; ++pass) {
        // P_hat[n] = (sum_i pi[i,n] effect[i,n] p_hat[i]^-theta)^(-1/theta)
        for (std::size_t n = 0; n < size; ++n) {
            double sum = 0.0;
            for (std::size_t i = 0; i < size; ++i) {
                sum += model.flow(i, n) / spending[n] * model.effect(i, n) *
                       std::pow(price[i], -model.theta);
            }
            index[n] = std::pow(sum, -1.0 / model.theta);
        }
        // Y_hat = p_hat (p_hat / P_hat)^psi, with world output unchanged
        double now = 0.0;
        for (std::size_t n = 0; n < size; ++n) {
            output_hat[n] = price[n] * std::pow(price[n] / index[n], model.psi);
            now += output[n] * output_hat[n];
        }
        for (std::size_t n = 0; n < size; ++n) {
            output_hat[n] *= world / now;
            price[n] *= world / now;
            index[n] *= world / now;
        }
        double spent = 0.0;
        for (std::size_t n = 0; n < size; ++n) {
            spending_new[n] = model.is_multiplicative
                                  ? spending[n] * output_hat[n]
                                  : output[n] * output_hat[n] + spending[n] - output[n];
            spent += spending_new[n];
        }
        double gap = 0.0;
        for (std::size_t i = 0; i < size; ++i) {
            sales[i] = 0.0;
            for (std::size_t n = 0; n < size; ++n) {
                sales[i] += model.flow(i, n) / spending[n] * model.effect(i, n) *
                            std::pow(price[i] / index[n], -model.theta) * spending_new[n] * world /
                            spent;
            }
            gap = std::max(gap, std::abs(std::log(sales[i] / (output[i] * output_hat[i]))));
        }
        result.is_solved = gap < 1e-13;
        for (std::size_t i = 0; i < size && !result.is_solved; ++i) {
            price[i] *= std::pow(sales[i] / (output[i] * output_hat[i]),
                                 1.0 / (1.0 + model.theta + model.psi));
        }
        // Rounding may leave the last digit; a gap that is not a number never ends.
        if (!std::isfinite(gap)) return result;
        if (gap < 1e-12 && pass > 100000) result.is_solved = true;
    }
    result.least_spending = *std::ranges::min_element(spending_new);
    for (std::size_t n = 0; n < size; ++n) {
        const double deficit_factor =
            model.is_multiplicative ? 1.0 : spending_new[n] / spending[n] / output_hat[n];
        result.welfare_hat[n] = std::pow(price[n] / index[n], 1.0 + model.psi) * deficit_factor;
    }
    return result;
}

}  // namespace entente::testing
