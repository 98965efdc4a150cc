#include "entente/numerics/huber.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

/// Constant and x in columns.
Array2<double> line(const std::vector<double>& x) {
    Array2<double> regressors(x.size(), 2, 1.0);
    for (std::size_t k = 0; k < x.size(); ++k) regressors(k, 1) = x[k];
    return regressors;
}

TEST(Huber, an_exact_line_is_found) {
    const HuberFit fit =
        huber_regression(line({0, 1, 2, 3}), std::vector<double>{1.0, 3.0, 5.0, 7.0});

    EXPECT_TRUE(fit.converged);
    EXPECT_NEAR(fit.coefficients[0], 1.0, 1e-12);
    EXPECT_NEAR(fit.coefficients[1], 2.0, 1e-12);
}

TEST(Huber, the_fit_meets_its_own_first_order_condition) {
    const std::vector<double> y{0.1, 0.8, 2.3, 2.9, 4.2, 4.8, 6.1, 40.0};
    const Array2<double> x = line({0, 1, 2, 3, 4, 5, 6, 7});

    const HuberFit fit = huber_regression(x, y);

    ASSERT_TRUE(fit.converged);
    const double limit = 1.345 * fit.scale;
    double sum = 0.0;
    double sum_x = 0.0;
    for (std::size_t k = 0; k < y.size(); ++k) {
        const double clipped = std::clamp(fit.residuals[k], -limit, limit);
        sum += clipped;
        sum_x += clipped * x(k, 1);
    }
    EXPECT_NEAR(sum, 0.0, 1e-8);
    EXPECT_NEAR(sum_x, 0.0, 1e-8);
    EXPECT_NEAR(fit.coefficients[1], 1.0, 0.15) << "one odd value of eight carries no slope";
}

TEST(Huber, an_odd_value_counts_for_little_however_odd) {
    const std::vector<double> x{0, 1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<double> y{0.1, -0.2, 0.3, 0.0, -0.1, 0.2, -0.3, 0.1, 50.0};
    std::vector<double> farther = y;
    farther.back() = 5e6;

    EXPECT_NEAR(huber_regression(line(x), y).coefficients[1],
                huber_regression(line(x), farther).coefficients[1], 1e-6);
}

TEST(Huber, regressors_that_say_the_same_are_refused) {
    Array2<double> twice(4, 2, 1.0);

    EXPECT_THROW(huber_regression(twice, std::vector<double>{1, 2, 3, 4}), OptionError);
    EXPECT_THROW(huber_regression(line({1}), std::vector<double>{1}), OptionError);
    EXPECT_THROW(huber_regression(line({1, 2}), std::vector<double>{1}), ShapeError);
}

}  // namespace
}  // namespace entente
