#include "entente/numerics/path_rule.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

template <class A, class B>
double integral(const PathRule& rule, A&& a, B&& b) {
    double sum = 0.0;
    for (std::size_t j = 0; j < rule.nodes.size(); ++j) {
        for (std::size_t k = 0; k < rule.nodes.size(); ++k) {
            sum += a(rule.nodes[j]) * rule.weight(j, k) * b(rule.nodes[k]);
        }
    }
    return sum;
}

TEST(PathRule, polynomials_up_to_the_degree_are_exact) {
    const PathRule rule = polynomial_rule(4);
    const auto fourth = [](double x) { return x * x * x * x; };
    const auto cube = [](double x) { return x * x * x; };

    // integral of x^4 d(x^3) = 3/7, of x^3 d(x^4) = 4/7.
    EXPECT_NEAR(integral(rule, fourth, cube), 3.0 / 7.0, 1e-14);
    EXPECT_NEAR(integral(rule, cube, fourth), 4.0 / 7.0, 1e-14);
}

TEST(PathRule, smooth_functions_are_nearly_exact) {
    const PathRule rule = polynomial_rule(8);
    const auto grow = [](double x) { return std::exp(x); };

    // integral of exp(x) d exp(x) = (e^2 - 1) / 2
    EXPECT_NEAR(integral(rule, grow, grow), 0.5 * (std::exp(2.0) - 1.0), 1e-9);
}

TEST(PathRule, a_constant_does_not_change) {
    for (const PathRule& rule : {one_sided_rule(), midpoint_rule(), polynomial_rule(8)}) {
        EXPECT_EQ(rule.nodes.front(), 0.0);
        EXPECT_EQ(rule.nodes.back(), 1.0);
        for (std::size_t j = 0; j < rule.nodes.size(); ++j) {
            double sum = 0.0;
            for (const double weight : rule.weight.row(j)) sum += weight;
            EXPECT_NEAR(sum, 0.0, 1e-13);
        }
    }
}

TEST(PathRule, simple_rules_weight_the_whole_change) {
    const auto line = [](double x) { return 2.0 + x; };
    const auto square = [](double x) { return 3.0 * x * x; };

    EXPECT_DOUBLE_EQ(integral(one_sided_rule(), line, square), 6.0);
    EXPECT_DOUBLE_EQ(integral(midpoint_rule(), line, square), 7.5);
}

TEST(PathRule, other_degrees_are_refused) {
    EXPECT_THROW(polynomial_rule(0), OptionError);
    EXPECT_THROW(polynomial_rule(17), OptionError);
}

}  // namespace
}  // namespace entente
