#include "entente/numerics/huber.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// median |u| / .6745, the standard deviation of normal errors with mean zero.
double residual_scale(const Eigen::VectorXd& residual) {
    constexpr double upper_quartile = 0.6745;
    std::vector<double> sizes(static_cast<std::size_t>(residual.size()));
    for (std::size_t k = 0; k < sizes.size(); ++k) {
        sizes[k] = std::abs(residual[static_cast<Eigen::Index>(k)]);
    }
    return median(std::move(sizes)) / upper_quartile;
}

Eigen::VectorXd weighted_solution(const Matrix& x, const Eigen::VectorXd& y,
                                  const Eigen::VectorXd& weight) {
    const Eigen::VectorXd root = weight.cwiseSqrt();
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(root.asDiagonal() * x);
    if (qr.rank() < x.cols()) {
        throw OptionError(fmt::format(
            "The regression has {} regressors of which only {} say different things; leave out "
            "those that the others imply.",
            x.cols(), qr.rank()));
    }
    return qr.solve(root.cwiseProduct(y));
}

}  // namespace

HuberFit huber_regression(const Array2<double>& regressors, std::span<const double> y,
                          const HuberOptions& options) {
    if (regressors.rows() != y.size()) {
        throw ShapeError("A regression needs one row of regressors for each observation.");
    }
    if (regressors.rows() < regressors.columns()) {
        throw OptionError(
            fmt::format("A regression with {} coefficients needs as many "
                        "observations; there are {}.",
                        regressors.columns(), regressors.rows()));
    }
    const auto rows = static_cast<Eigen::Index>(regressors.rows());
    const auto columns = static_cast<Eigen::Index>(regressors.columns());
    const Eigen::Map<const Matrix> x(regressors.values().data(), rows, columns);
    const Eigen::Map<const Eigen::VectorXd> target(y.data(), rows);

    HuberFit fit;
    Eigen::VectorXd weight = Eigen::VectorXd::Ones(rows);
    Eigen::VectorXd b = weighted_solution(x, target, weight);
    Eigen::VectorXd residual = target - x * b;
    fit.scale = residual_scale(residual);
    while (!fit.converged && fit.iterations < options.max_iterations && fit.scale > 0.0) {
        ++fit.iterations;
        const double limit = options.threshold * fit.scale;
        for (Eigen::Index k = 0; k < rows; ++k) {
            const double size = std::abs(residual[k]);
            weight[k] = size <= limit ? 1.0 : limit / size;
        }
        const Eigen::VectorXd next = weighted_solution(x, target, weight);
        fit.converged = (next - b).cwiseAbs().maxCoeff() <= options.step_tolerance;
        b = next;
        residual = target - x * b;
        fit.scale = residual_scale(residual);
    }
    if (fit.scale == 0.0) fit.converged = true;
    fit.coefficients.assign(b.begin(), b.end());
    fit.residuals.assign(residual.begin(), residual.end());
    return fit;
}

}  // namespace entente
