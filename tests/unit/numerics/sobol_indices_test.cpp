#include "entente/numerics/sobol_indices.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

#include "entente/base/error.hpp"
#include "entente/numerics/sobol_sequence.hpp"

namespace entente {
namespace {

using Point = std::array<double, 3>;

// f(x) = sin x1 + a sin^2 x2 + b x3^4 sin x1 with a = 7, b = 0.1 and x uniform on (-pi, pi).
double ishigami(const Point& x) {
    const double s = std::sin(x[1]);
    return std::sin(x[0]) + 7.0 * s * s + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

struct Evaluations {
    std::vector<double> at_a;
    std::vector<double> at_b;
    Array2<double> at_mixed;
};

template <class Function>
Evaluations evaluate(Function f, std::uint32_t num_draws, std::uint64_t seed) {
    Evaluations all{.at_a = {}, .at_b = {}, .at_mixed = Array2<double>(3, num_draws)};
    for (std::uint32_t d = 0; d < num_draws; ++d) {
        Point a{};
        Point b{};
        for (std::size_t k = 0; k < 3; ++k) {
            a[k] = std::numbers::pi * (2.0 * scrambled_sobol(d, k, seed) - 1.0);
            b[k] = std::numbers::pi * (2.0 * scrambled_sobol(d, 3 + k, seed) - 1.0);
        }
        all.at_a.push_back(f(a));
        all.at_b.push_back(f(b));
        for (std::size_t k = 0; k < 3; ++k) {
            Point mixed = a;
            mixed[k] = b[k];
            all.at_mixed(k, d) = f(mixed);
        }
    }
    return all;
}

// Closed form: V = 1/2 + a^2/8 + b pi^4/5 + b^2 pi^8/18; V1 = (1 + b pi^4/5)^2 / 2; V2 = a^2/8;
// V13 = 8 b^2 pi^8 / 225.
TEST(SobolIndices, indices_of_ishigami_are_those_of_the_closed_form) {
    const double pi4 = std::pow(std::numbers::pi, 4);
    const double v = 0.5 + 49.0 / 8.0 + 0.1 * pi4 / 5.0 + 0.01 * pi4 * pi4 / 18.0;
    const double v1 = 0.5 * std::pow(1.0 + 0.1 * pi4 / 5.0, 2);
    const double v13 = 8.0 * 0.01 * pi4 * pi4 / 225.0;
    const Evaluations f = evaluate(ishigami, 1U << 14U, 1);

    const SobolIndices indices = sobol_indices(f.at_a, f.at_b, f.at_mixed, 1, 50);

    EXPECT_NEAR(v, 13.844588, 5e-7);
    EXPECT_NEAR(indices.mean, 3.5, 1e-3);
    EXPECT_NEAR(indices.variance, v, 5e-3 * v);
    const std::array first{v1 / v, 49.0 / 8.0 / v, 0.0};
    const std::array total{(v1 + v13) / v, 49.0 / 8.0 / v, v13 / v};
    for (std::size_t k = 0; k < 3; ++k) {
        // 2^14 scrambled points: sampling errors of a few thousandths.
        EXPECT_NEAR(indices.inputs[k].first.value, first[k], 0.01) << k;
        EXPECT_NEAR(indices.inputs[k].total.value, total[k], 0.01) << k;
    }
}

TEST(SobolIndices, bootstrap_intervals_hold_the_true_indices_about_as_often_as_they_say) {
    int covered = 0;
    int all = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Evaluations f = evaluate(ishigami, 512, seed);
        const SobolIndices indices = sobol_indices(f.at_a, f.at_b, f.at_mixed, seed, 100);
        const std::array total{0.557589, 0.442411, 0.243684};
        for (std::size_t k = 0; k < 3; ++k) {
            const Interval& interval = indices.inputs[k].total;
            EXPECT_LE(interval.low, interval.value);
            EXPECT_GE(interval.high, interval.value);
            covered += interval.low <= total[k] && total[k] <= interval.high;
            ++all;
        }
    }

    // Points of a Sobol sequence err less than the bootstrap of independent draws believes.
    EXPECT_GE(covered, all * 8 / 10);
}

TEST(SobolIndices, input_without_effect_has_no_share_and_a_constant_has_none_to_give) {
    const Evaluations one = evaluate([](const Point& x) { return x[0]; }, 256, 3);
    const Evaluations none = evaluate([](const Point&) { return 2.0; }, 256, 3);

    const SobolIndices of_one = sobol_indices(one.at_a, one.at_b, one.at_mixed, 1, 10);
    const SobolIndices of_none = sobol_indices(none.at_a, none.at_b, none.at_mixed, 1, 10);

    EXPECT_NEAR(of_one.inputs[0].total.value, 1.0, 0.1);
    EXPECT_EQ(of_one.inputs[1].first.value, 0.0);
    EXPECT_EQ(of_one.inputs[1].total.value, 0.0);
    EXPECT_TRUE(std::isnan(of_none.inputs[0].first.value));
    EXPECT_TRUE(std::isnan(of_none.inputs[0].total.high));
}

TEST(SobolIndices, samples_of_different_length_are_refused) {
    const std::vector<double> two(2);
    const std::vector<double> three(3);

    EXPECT_THROW(sobol_indices(two, three, Array2<double>(1, 2), 1), ShapeError);
    EXPECT_THROW(sobol_indices({}, {}, Array2<double>(1, 0), 1), ShapeError);
}

}  // namespace
}  // namespace entente
