#include "entente/numerics/least_squares.hpp"

#include <Eigen/Dense>

namespace entente {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Residuals and Jacobian at one point.
struct Point {
    std::vector<double> x;
    Eigen::VectorXd residual;
    Matrix jacobian;
    double sum_of_squares = 0.0;
};

Point evaluate(const ResidualFunction& residuals, std::size_t num_residuals,
               std::vector<double> x) {
    std::vector<double> residual(num_residuals);
    Array2<double> jacobian(num_residuals, x.size());
    residuals(x, residual, jacobian);
    const auto rows = static_cast<Eigen::Index>(num_residuals);
    const auto columns = static_cast<Eigen::Index>(x.size());
    Point point{.x = std::move(x),
                .residual = Eigen::Map<const Eigen::VectorXd>(residual.data(), rows),
                .jacobian = Eigen::Map<const Matrix>(jacobian.values().data(), rows, columns)};
    point.sum_of_squares = point.residual.squaredNorm();
    return point;
}

std::vector<double> moved(const std::vector<double>& x, const Eigen::VectorXd& step,
                          double length) {
    std::vector<double> y(x);
    for (std::size_t k = 0; k < y.size(); ++k) {
        y[k] += length * step[static_cast<Eigen::Index>(k)];
    }
    return y;
}

}  // namespace

LeastSquaresResult minimize_least_squares(const ResidualFunction& residuals,
                                          std::size_t num_residuals, std::vector<double> start,
                                          const LeastSquaresOptions& options) {
    constexpr double shortest_length = 1e-6;
    Point point = evaluate(residuals, num_residuals, std::move(start));
    LeastSquaresResult result;
    while (!result.converged && result.iterations < options.max_iterations) {
        ++result.iterations;
        const Eigen::VectorXd step = (point.jacobian.transpose() * point.jacobian)
                                         .ldlt()
                                         .solve(-point.jacobian.transpose() * point.residual);
        const double largest = step.size() > 0 ? step.cwiseAbs().maxCoeff() : 0.0;
        double length = 1.0;
        Point next = evaluate(residuals, num_residuals, moved(point.x, step, length));
        while (next.sum_of_squares > point.sum_of_squares && length > shortest_length &&
               largest > options.step_tolerance) {
            length /= 2.0;
            next = evaluate(residuals, num_residuals, moved(point.x, step, length));
        }
        point = std::move(next);
        result.converged = length * largest <= options.step_tolerance;
    }
    result.solution = std::move(point.x);
    result.sum_of_squares = point.sum_of_squares;
    return result;
}

}  // namespace entente
