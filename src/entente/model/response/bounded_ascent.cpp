#include "entente/model/response/bounded_ascent.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace entente::detail {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr int max_steps = 60;
constexpr int num_halvings = 25;
constexpr double first_step = 0.05;
constexpr double largest_step = 0.3;
// Values carry the rounding of a solve; a fall as small as this is none.
constexpr double noise = 1e-11;

VectorXd vector_of(const std::vector<double>& values) {
    return Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
}

std::vector<double> values_of(const VectorXd& vector) {
    return {vector.data(), vector.data() + vector.size()};
}

/// Slopes without those that point out of the bounds.
VectorXd free_slope(const VectorXd& point, const VectorXd& slope, double low, double high) {
    VectorXd free = slope;
    for (Index k = 0; k < point.size(); ++k) {
        if ((point(k) <= low && slope(k) < 0.0) || (point(k) >= high && slope(k) > 0.0)) {
            free(k) = 0.0;
        }
    }
    return free;
}

}  // namespace

Ascent climb(const Slope& function, std::vector<double> start, double low, double high,
             double tolerance) {
    VectorXd point = vector_of(start).cwiseMax(low).cwiseMin(high);
    std::vector<double> slope_values(start.size());
    double value = function(values_of(point), slope_values);
    VectorXd slope = vector_of(slope_values);
    Eigen::MatrixXd inverse;
    Ascent result;
    for (int step = 0; step < max_steps; ++step) {
        const VectorXd free = free_slope(point, slope, low, high);
        result.is_converged = free.cwiseAbs().maxCoeff() <= tolerance;
        if (result.is_converged || !std::isfinite(value)) break;
        VectorXd way = inverse.size() == 0
                           ? VectorXd(free * (first_step / free.cwiseAbs().maxCoeff()))
                           : VectorXd(inverse * free);
        for (Index k = 0; k < way.size(); ++k) {
            if (free(k) == 0.0) way(k) = 0.0;
        }
        if (!(way.dot(free) > 0.0)) way = free * (first_step / free.cwiseAbs().maxCoeff());
        const double size = way.cwiseAbs().maxCoeff();
        double length = size > largest_step ? largest_step / size : 1.0;
        bool is_higher = false;
        for (int halving = 0; halving < num_halvings && !is_higher; ++halving, length *= 0.5) {
            const VectorXd next = (point + length * way).cwiseMax(low).cwiseMin(high);
            const double next_value = function(values_of(next), slope_values);
            if (!(next_value >= value - noise)) continue;
            is_higher = true;
            const VectorXd moved = next - point;
            const VectorXd fall = slope - vector_of(slope_values);
            point = next;
            value = next_value;
            slope = vector_of(slope_values);
            const double curvature = moved.dot(fall);
            if (!(curvature > 1e-14 * moved.squaredNorm())) continue;
            if (inverse.size() == 0) {
                inverse = Eigen::MatrixXd::Identity(point.size(), point.size()) *
                          (moved.squaredNorm() / curvature);
            }
            const Eigen::MatrixXd left = Eigen::MatrixXd::Identity(point.size(), point.size()) -
                                         moved * fall.transpose() / curvature;
            inverse = left * inverse * left.transpose() + moved * moved.transpose() / curvature;
        }
        if (!is_higher) break;
    }
    result.point = values_of(point);
    result.value = value;
    return result;
}

}  // namespace entente::detail
