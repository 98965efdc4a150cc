#include "entente/measures/friends_and_enemies.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;

// Wages are solved for under the assumption that sales are income and income is spent.
constexpr double largest_imbalance = 1e-6;

Matrix checked_flows(const Axis& countries, const Array2<double>& flow, double theta) {
    if (!(theta > 0.0) || !std::isfinite(theta)) {
        throw OptionError(fmt::format("The trade elasticity is {}; it must be above 0.", theta));
    }
    if (flow.rows() != countries.size() || flow.columns() != countries.size()) {
        throw ShapeError("The flows of trade do not fit the countries.");
    }
    const auto size = static_cast<Index>(countries.size());
    Matrix matrix(size, size);
    for (Index i = 0; i < size; ++i) {
        for (Index n = 0; n < size; ++n) {
            matrix(i, n) = flow(static_cast<std::size_t>(i), static_cast<std::size_t>(n));
        }
    }
    for (Index n = 0; n < size; ++n) {
        const double sold = matrix.row(n).sum();
        const double bought = matrix.col(n).sum();
        // Written so that a figure that is not a number fails.
        if (sold > 0.0 && std::abs(bought - sold) <= largest_imbalance * sold) continue;
        throw OptionError(fmt::format(
            "{} sells {:.6g} and buys {:.6g}; friends and enemies are defined for balanced trade. "
            "Take the flows of a baseline with balanced deficits.",
            countries[static_cast<std::size_t>(n)], sold, bought));
    }
    return matrix;
}

Array2<double> plain(const Matrix& matrix) {
    const auto size = static_cast<std::size_t>(matrix.rows());
    Array2<double> values(size, size);
    for (std::size_t n = 0; n < size; ++n) {
        for (std::size_t i = 0; i < size; ++i) {
            values(n, i) = matrix(static_cast<Index>(n), static_cast<Index>(i));
        }
    }
    return values;
}

}  // namespace

Array2<double> total_flows(const TradeState& state) {
    const std::size_t num_countries = state.trade_flow.shape()[0];
    Array2<double> flow(num_countries, num_countries);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (const double value : state.trade_flow.row(i, n)) flow(i, n) += value;
        }
    }
    return flow;
}

// With S[n,i] the part of n's spending that goes to i, T[n,m] the part of n's sales that goes to m
// and q[n] the part of n in world income:
// [eq:friends-wage]     W = -theta / (theta + 1) (I - V)^-1 M
//                       M = T S - I,  V = (T + theta T S) / (theta + 1) - 1 q^T
// [eq:friends-welfare]  U = theta M (W - I) + T W + S (I - W)
FriendsAndEnemies friends_and_enemies(const Axis& countries, const Array2<double>& flow,
                                      double theta) {
    const Matrix sales = checked_flows(countries, flow, theta);
    const Index size = sales.rows();
    const Matrix identity = Matrix::Identity(size, size);
    const Eigen::VectorXd income = sales.rowwise().sum();
    const Eigen::VectorXd spending = sales.colwise().sum().transpose();
    const Matrix sales_share = income.cwiseInverse().asDiagonal() * sales;
    const Matrix spending_share = spending.cwiseInverse().asDiagonal() * sales.transpose();
    const Matrix rivalry = sales_share * spending_share - identity;
    const Matrix numeraire = Eigen::VectorXd::Ones(size) * (income / income.sum()).transpose();
    const Matrix response =
        (sales_share + theta * sales_share * spending_share) / (theta + 1.0) - numeraire;
    const Matrix wage =
        (identity - response).partialPivLu().solve(-theta / (theta + 1.0) * rivalry);
    const Matrix cross_substitution = theta * rivalry * (wage - identity);
    const Matrix market_size = sales_share * wage;
    const Matrix cost_of_living = spending_share * (identity - wage);
    return {.wage = plain(wage),
            .welfare = plain(cross_substitution + market_size + cost_of_living),
            .cross_substitution = plain(cross_substitution),
            .market_size = plain(market_size),
            .cost_of_living = plain(cost_of_living)};
}

}  // namespace entente
