#include "entente/numerics/least_squares.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace entente {
namespace {

TEST(LeastSquares, a_linear_problem_takes_one_step_to_the_mean) {
    const auto residuals = [](std::span<const double> x, std::span<double> r, Array2<double>& j) {
        const double data[3] = {1.0, 2.0, 6.0};
        for (std::size_t k = 0; k < 3; ++k) {
            r[k] = x[0] - data[k];
            j(k, 0) = 1.0;
        }
    };

    const LeastSquaresResult result = minimize_least_squares(residuals, 3, {0.0});

    EXPECT_TRUE(result.converged);
    EXPECT_DOUBLE_EQ(result.solution[0], 3.0);
    EXPECT_DOUBLE_EQ(result.sum_of_squares, 4.0 + 1.0 + 9.0);
}

TEST(LeastSquares, the_rosenbrock_valley_is_followed_to_its_minimum) {
    // 100 (y - x^2)^2 + (1 - x)^2 is zero at (1, 1).
    const auto residuals = [](std::span<const double> x, std::span<double> r, Array2<double>& j) {
        r[0] = 10.0 * (x[1] - x[0] * x[0]);
        r[1] = 1.0 - x[0];
        j(0, 0) = -20.0 * x[0];
        j(0, 1) = 10.0;
        j(1, 0) = -1.0;
    };

    const LeastSquaresResult result = minimize_least_squares(residuals, 2, {-1.2, 1.0});

    EXPECT_TRUE(result.converged);
    // The minimum is zero, so the solution is as exact as the step tolerance.
    EXPECT_NEAR(result.solution[0], 1.0, 1e-11);
    EXPECT_NEAR(result.solution[1], 1.0, 1e-11);
}

TEST(LeastSquares, too_few_iterations_are_reported) {
    const auto residuals = [](std::span<const double> x, std::span<double> r, Array2<double>& j) {
        r[0] = std::exp(x[0]) - 5.0;
        j(0, 0) = std::exp(x[0]);
    };

    const LeastSquaresResult result =
        minimize_least_squares(residuals, 1, {0.0}, {.max_iterations = 2});

    EXPECT_FALSE(result.converged);
    EXPECT_EQ(result.iterations, 2u);
}

}  // namespace
}  // namespace entente
