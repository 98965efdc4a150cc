#include "entente/numerics/logistic_regression.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// ln(1 + exp(x)) without overflow.
double log_one_plus_exp(double x) {
    return x > 0.0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
}

std::size_t count_events(std::span<const std::uint8_t> y) {
    const std::size_t events = static_cast<std::size_t>(std::count(y.begin(), y.end(), 1));
    if (events == 0 || events == y.size()) {
        throw OptionError(
            events == 0 ? "No event happened in these observations, so no rate can be estimated."
                        : "The event happened in every observation, so no rate can be estimated.");
    }
    return events;
}

/// The penalised likelihood at one point, with what a Newton step needs.
class Objective {
  public:
    Objective(const Array2<double>& regressors, std::span<const std::uint8_t> y, double prior_sd)
        : x_(static_cast<Eigen::Index>(regressors.rows()),
             static_cast<Eigen::Index>(regressors.columns()) + 1),
          y_(y),
          precision_(1.0 / (prior_sd * prior_sd)) {
        x_.col(0).setOnes();
        for (std::size_t k = 0; k < regressors.rows(); ++k) {
            for (std::size_t j = 0; j < regressors.columns(); ++j) {
                x_(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j) + 1) =
                    regressors(k, j);
            }
        }
    }

    double value(const Eigen::VectorXd& b) const {
        const Eigen::VectorXd eta = x_ * b;
        double sum = -0.5 * precision_ * b.tail(b.size() - 1).squaredNorm();
        for (Eigen::Index k = 0; k < eta.size(); ++k) {
            sum += (y_[static_cast<std::size_t>(k)] != 0 ? eta[k] : 0.0) - log_one_plus_exp(eta[k]);
        }
        return sum;
    }

    /// Gradient and minus the second derivatives.
    void derivatives(const Eigen::VectorXd& b, Eigen::VectorXd& gradient,
                     Eigen::MatrixXd& curvature) const {
        const Eigen::VectorXd eta = x_ * b;
        Eigen::VectorXd residual(eta.size());
        Eigen::VectorXd root_weight(eta.size());
        for (Eigen::Index k = 0; k < eta.size(); ++k) {
            const double p = logistic(eta[k]);
            residual[k] = static_cast<double>(y_[static_cast<std::size_t>(k)]) - p;
            root_weight[k] = std::sqrt(p * (1.0 - p));
        }
        gradient = x_.transpose() * residual;
        gradient.tail(b.size() - 1) -= precision_ * b.tail(b.size() - 1);
        const Matrix scaled = root_weight.asDiagonal() * x_;
        curvature = scaled.transpose() * scaled;
        curvature.diagonal().tail(b.size() - 1).array() += precision_;
    }

    Eigen::Index num_parameters() const { return x_.cols(); }

  private:
    Matrix x_;
    std::span<const std::uint8_t> y_;
    double precision_;
};

}  // namespace

double logistic(double x) {
    if (x >= 0.0) return 1.0 / (1.0 + std::exp(-x));
    const double e = std::exp(x);
    return e / (1.0 + e);
}

double logit(double p) {
    return std::log(p) - std::log1p(-p);
}

LogitFit fit_logit(const Array2<double>& regressors, std::span<const std::uint8_t> y,
                   const LogitOptions& options) {
    if (regressors.rows() != y.size()) {
        throw ShapeError("A logistic regression needs one row of regressors for each outcome.");
    }
    if (!(options.prior_sd > 0.0)) {
        throw OptionError(
            "The standard deviation of the prior must be above 0; towards 0 every probability "
            "becomes the base rate.");
    }
    const std::size_t events = count_events(y);

    const Objective objective(regressors, y, options.prior_sd);
    const Eigen::Index size = objective.num_parameters();
    Eigen::VectorXd b = Eigen::VectorXd::Zero(size);
    b[0] = logit(static_cast<double>(events) / static_cast<double>(y.size()));
    Eigen::VectorXd gradient(size);
    Eigen::MatrixXd curvature(size, size);
    double value = objective.value(b);

    LogitFit fit;
    while (!fit.converged && fit.iterations < options.max_iterations) {
        ++fit.iterations;
        objective.derivatives(b, gradient, curvature);
        Eigen::VectorXd step = curvature.ldlt().solve(gradient);
        double next = objective.value(b + step);
        // Rounding may keep the last, tiny steps from raising the objective: they are taken.
        for (int halvings = 0; next < value - 1e-12 * std::abs(value) && halvings < 40;
             ++halvings) {
            step *= 0.5;
            next = objective.value(b + step);
        }
        b += step;
        value = next;
        fit.converged = step.cwiseAbs().maxCoeff() <= options.step_tolerance;
    }
    objective.derivatives(b, gradient, curvature);
    const Eigen::MatrixXd covariance =
        curvature.ldlt().solve(Eigen::MatrixXd::Identity(size, size));

    fit.intercept = b[0];
    fit.coefficients.assign(b.begin() + 1, b.end());
    fit.covariance = Array2<double>(static_cast<std::size_t>(size), static_cast<std::size_t>(size));
    for (Eigen::Index r = 0; r < size; ++r) {
        for (Eigen::Index c = 0; c < size; ++c) {
            fit.covariance(static_cast<std::size_t>(r), static_cast<std::size_t>(c)) =
                0.5 * (covariance(r, c) + covariance(c, r));
        }
    }
    return fit;
}

double recentring_shift(std::span<const double> eta, std::span<const std::uint8_t> y) {
    if (eta.size() != y.size()) {
        throw ShapeError("Recentring needs one linear predictor for each outcome.");
    }
    const double events = static_cast<double>(count_events(y));
    const auto expected = [&](double shift) {
        return std::accumulate(eta.begin(), eta.end(), 0.0, [&](double sum, double value) {
            return sum + logistic(value + shift);
        });
    };
    // The expected number rises with the shift: widen until the answer lies between, then halve.
    double low = -1.0;
    double high = 1.0;
    while (expected(low) > events) low *= 2.0;
    while (expected(high) < events) high *= 2.0;
    while (high - low > 1e-13 * std::max(1.0, std::abs(low))) {
        const double middle = 0.5 * (low + high);
        if (middle == low || middle == high) break;
        (expected(middle) < events ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace entente
