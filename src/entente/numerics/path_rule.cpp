#include "entente/numerics/path_rule.hpp"

#include <cmath>
#include <numbers>

#include "entente/base/error.hpp"

namespace entente {
namespace {

constexpr std::size_t max_degree = 16;

struct Quadrature {
    std::vector<double> nodes;
    std::vector<double> weights;
};

/// Gauss-Legendre on 0 to 1, exact to degree 2 size - 1: Newton's method on the Legendre
/// polynomial of that size.
Quadrature gauss_legendre(std::size_t size) {
    Quadrature rule;
    const auto order = static_cast<double>(size);
    for (std::size_t k = 0; k < size; ++k) {
        double x = std::cos(std::numbers::pi * (static_cast<double>(k) + 0.75) / (order + 0.5));
        double slope = 1.0;
        // Newton doubles the digits: from this start five steps reach the last one.
        for (int step = 0; step < 8; ++step) {
            double before = 1.0;
            double value = x;
            for (std::size_t degree = 2; degree <= size; ++degree) {
                const auto d = static_cast<double>(degree);
                const double next = ((2.0 * d - 1.0) * x * value - (d - 1.0) * before) / d;
                before = value;
                value = next;
            }
            slope = order * (before - x * value) / (1.0 - x * x);
            x -= value / slope;
        }
        rule.nodes.push_back(0.5 * (1.0 + x));
        rule.weights.push_back(1.0 / ((1.0 - x * x) * slope * slope));
    }
    return rule;
}

/// The polynomial that is 1 at one node and 0 at the others, at x.
double cardinal(const std::vector<double>& nodes, std::size_t k, double x) {
    double value = 1.0;
    for (std::size_t j = 0; j < nodes.size(); ++j) {
        if (j != k) value *= (x - nodes[j]) / (nodes[k] - nodes[j]);
    }
    return value;
}

double cardinal_slope(const std::vector<double>& nodes, std::size_t k, double x) {
    double slope = 0.0;
    for (std::size_t m = 0; m < nodes.size(); ++m) {
        if (m == k) continue;
        double product = 1.0 / (nodes[k] - nodes[m]);
        for (std::size_t j = 0; j < nodes.size(); ++j) {
            if (j != k && j != m) product *= (x - nodes[j]) / (nodes[k] - nodes[j]);
        }
        slope += product;
    }
    return slope;
}

}  // namespace

PathRule one_sided_rule() {
    PathRule rule{.nodes = {0.0, 1.0}, .weight = Array2<double>(2, 2)};
    rule.weight(0, 0) = -1.0;
    rule.weight(0, 1) = 1.0;
    return rule;
}

PathRule midpoint_rule() {
    PathRule rule{.nodes = {0.0, 0.5, 1.0}, .weight = Array2<double>(3, 3)};
    rule.weight(1, 0) = -1.0;
    rule.weight(1, 2) = 1.0;
    return rule;
}

PathRule polynomial_rule(std::size_t degree) {
    if (degree < 1 || degree > max_degree) {
        throw OptionError("The degree of a path rule must be 1 to 16.");
    }
    PathRule rule{.nodes = {}, .weight = Array2<double>(degree + 1, degree + 1)};
    for (std::size_t k = 0; k <= degree; ++k) {
        const double angle =
            std::numbers::pi * static_cast<double>(k) / static_cast<double>(degree);
        rule.nodes.push_back(0.5 * (1.0 - std::cos(angle)));
    }
    rule.nodes.back() = 1.0;
    // The integrand has degree 2 degree - 1.
    const Quadrature points = gauss_legendre(degree);
    for (std::size_t j = 0; j <= degree; ++j) {
        for (std::size_t k = 0; k <= degree; ++k) {
            for (std::size_t p = 0; p < points.nodes.size(); ++p) {
                rule.weight(j, k) += points.weights[p] * cardinal(rule.nodes, j, points.nodes[p]) *
                                     cardinal_slope(rule.nodes, k, points.nodes[p]);
            }
        }
    }
    return rule;
}

}  // namespace entente
