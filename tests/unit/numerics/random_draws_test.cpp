#include "entente/numerics/random_draws.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

namespace entente {
namespace {

constexpr int count = 40000;

struct Moments {
    double mean = 0.0;
    double variance = 0.0;
};

template <class Draw>
Moments moments_of(Draw draw) {
    double sum = 0.0;
    double squares = 0.0;
    for (int k = 0; k < count; ++k) {
        const double x = draw();
        sum += x;
        squares += x * x;
    }
    const double mean = sum / count;
    return {mean, squares / count - mean * mean};
}

TEST(RandomDraws, normal_draws_have_mean_zero_and_variance_one) {
    RandomStream stream({.seed = 2});

    const Moments m = moments_of([&] { return normal_draw(stream); });

    // Five standard errors: 1/sqrt(count) and sqrt(2/count).
    EXPECT_NEAR(m.mean, 0.0, 5.0 * 0.005);
    EXPECT_NEAR(m.variance, 1.0, 5.0 * 0.0071);
}

TEST(RandomDraws, mean_and_variance_of_a_gamma_are_its_shape) {
    for (const double shape : {0.5, 1.0, 4.0}) {
        RandomStream stream({.seed = 3});

        const Moments m = moments_of([&] { return gamma_draw(stream, shape); });

        // The fourth central moment is 3 shape^2 + 6 shape.
        EXPECT_NEAR(m.mean, shape, 5.0 * std::sqrt(shape / count)) << shape;
        EXPECT_NEAR(m.variance, shape, 5.0 * std::sqrt((2.0 * shape * shape + 6.0 * shape) / count))
            << shape;
    }
}

TEST(RandomDraws, dirichlet_shares_add_up_and_spread_as_their_concentration_says) {
    RandomStream stream({.seed = 4});
    std::array<double, 4> shares{};

    const Moments m = moments_of([&] {
        dirichlet_draw(stream, 4.0, shares);
        EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-15);
        return shares[2];
    });

    // Beta(4, 12): mean 1/4, variance (1/4)(3/4)/17.
    EXPECT_NEAR(m.mean, 0.25, 5.0 * std::sqrt(0.011029 / count));
    EXPECT_NEAR(m.variance, 0.011029, 0.0005);
}

TEST(RandomDraws, uniform_draws_fill_their_bounds) {
    RandomStream stream({.seed = 5});

    const Moments m = moments_of([&] { return uniform_draw(stream, 0.25, 0.75); });

    EXPECT_NEAR(m.mean, 0.5, 5.0 * std::sqrt(0.25 / 12.0 / count));
    EXPECT_NEAR(m.variance, 0.25 / 12.0, 0.0005);
}

}  // namespace
}  // namespace entente
