#include "entente/numerics/normal.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

TEST(Normal, half_of_the_mass_lies_below_zero_exactly) {
    EXPECT_EQ(normal_cdf(0.0), 0.5);
}

TEST(Normal, known_points_of_the_distribution) {
    // Phi(1) = (1 + erf(1/sqrt 2)) / 2, Abramowitz and Stegun (1964), table 26.1.
    EXPECT_NEAR(normal_cdf(1.0), 0.841344746068543, 1e-15);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
}

TEST(Normal, quantile_and_probability_undo_each_other) {
    // The error of x is that of p over the density.
    for (double x = -8.0; x <= 5.0; x += 0.37) {
        EXPECT_NEAR(normal_quantile(normal_cdf(x)), x, 1e-15 / std::exp(-x * x / 2.0) + 1e-13) << x;
    }
    for (const double p : {1e-300, 1e-20, 1e-12, 0.01, 0.074, 0.076, 0.3, 0.925, 0.999999}) {
        EXPECT_NEAR(normal_cdf(normal_quantile(p)) / p, 1.0, 5e-13) << p;
    }
}

TEST(Normal, outside_zero_to_one_there_is_no_quantile) {
    EXPECT_TRUE(std::isnan(normal_quantile(-0.1)));
    EXPECT_TRUE(std::isnan(normal_quantile(1.1)));
    EXPECT_EQ(normal_quantile(0.0), -INFINITY);
    EXPECT_EQ(normal_quantile(1.0), INFINITY);
}

}  // namespace
}  // namespace entente
