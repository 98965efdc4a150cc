#include "entente/numerics/sobol_sequence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

constexpr std::uint32_t num_points = 256;

double unscrambled(std::uint32_t index, std::size_t dimension) {
    return sobol_digits(index, dimension) * 0x1p-32;
}

/// Whether each box of an equal grid of 2^a by 2^b holds the same number of points.
template <class X, class Y>
bool fills_grid(X x, Y y, unsigned a, unsigned b) {
    const auto columns = std::size_t{1} << a;
    const auto rows = std::size_t{1} << b;
    std::vector<std::size_t> boxes(columns * rows);
    for (std::uint32_t k = 0; k < num_points; ++k) {
        const auto column = static_cast<std::size_t>(x(k) * static_cast<double>(columns));
        const auto row = static_cast<std::size_t>(y(k) * static_cast<double>(rows));
        ++boxes[column * rows + row];
    }
    for (const std::size_t count : boxes) {
        if (count != num_points / (columns * rows)) return false;
    }
    return true;
}

// By hand from m = 1; 1; 1, 3; 1, 3, 1: v[1] = 1/2 throughout; v[2] = 1/4, 3/4, 3/4, 3/4.
TEST(SobolSequence, first_points_are_those_worked_by_hand) {
    const double expected[4][4] = {{0.0, 0.0, 0.0, 0.0},
                                   {0.5, 0.5, 0.5, 0.5},
                                   {0.25, 0.75, 0.75, 0.75},
                                   {0.75, 0.25, 0.25, 0.25}};

    for (std::uint32_t k = 0; k < 4; ++k) {
        for (std::size_t d = 0; d < 4; ++d) EXPECT_EQ(unscrambled(k, d), expected[k][d]) << k << d;
    }
    // m[3] of dimension 2 is 2 m[2] ^ m[2] = 5; of dimension 3, 2 m[2] ^ 4 m[1] ^ m[1] = 3.
    EXPECT_EQ(unscrambled(4, 1), 5.0 / 8.0);
    EXPECT_EQ(unscrambled(4, 2), 3.0 / 8.0);
    EXPECT_EQ(unscrambled(4, 3), 1.0 / 8.0);
}

TEST(SobolSequence, each_coordinate_takes_every_interval_once) {
    for (std::size_t d = 0; d < num_sobol_dimensions; ++d) {
        std::set<std::uint32_t> plain;
        std::set<std::uint32_t> scrambled;
        for (std::uint32_t k = 0; k < num_points; ++k) {
            plain.insert(sobol_digits(k, d) >> 24U);
            scrambled.insert(static_cast<std::uint32_t>(scrambled_sobol(k, d, 7) * num_points));
        }
        EXPECT_EQ(plain.size(), num_points) << d;
        EXPECT_EQ(scrambled.size(), num_points) << d;
    }
}

TEST(SobolSequence, first_two_dimensions_fill_every_grid_also_when_scrambled) {
    for (unsigned a = 0; a <= 8; ++a) {
        EXPECT_TRUE(fills_grid([](std::uint32_t k) { return unscrambled(k, 0); },
                               [](std::uint32_t k) { return unscrambled(k, 1); }, a, 8 - a));
        EXPECT_TRUE(fills_grid([](std::uint32_t k) { return scrambled_sobol(k, 0, 3); },
                               [](std::uint32_t k) { return scrambled_sobol(k, 1, 3); }, a, 8 - a));
    }
}

TEST(SobolSequence, scrambled_coordinate_of_one_point_is_uniform_over_seeds) {
    constexpr int count = 20000;
    double sum = 0.0;
    double squares = 0.0;
    for (int seed = 0; seed < count; ++seed) {
        const double u = scrambled_sobol(0, 5, static_cast<std::uint64_t>(seed));
        EXPECT_GT(u, 0.0);
        EXPECT_LT(u, 1.0);
        sum += u;
        squares += u * u;
    }

    // Five standard errors of the mean, 1/sqrt(12 count), and of the mean square.
    EXPECT_NEAR(sum / count, 0.5, 5.0 * 0.00205);
    EXPECT_NEAR(squares / count, 1.0 / 3.0, 5.0 * 0.00211);
}

// The mean of sqrt(3) (2 x - 1) products over 4 dimensions is 0 with variance 1 at random points.
TEST(SobolSequence, scrambled_means_err_less_than_random_ones) {
    double squares = 0.0;
    constexpr int num_seeds = 16;
    for (std::uint64_t seed = 1; seed <= num_seeds; ++seed) {
        double mean = 0.0;
        for (std::uint32_t k = 0; k < num_points; ++k) {
            double sum = 0.0;
            for (std::size_t d = 0; d < 4; ++d) {
                sum += std::sqrt(3.0) * (2.0 * scrambled_sobol(k, d, seed) - 1.0) / 2.0;
            }
            mean += sum / num_points;
        }
        squares += mean * mean / num_seeds;
    }

    EXPECT_LT(std::sqrt(squares), 0.1 / std::sqrt(num_points));
}

TEST(SobolSequence, dimension_beyond_the_table_is_refused) {
    EXPECT_THROW(sobol_digits(1, num_sobol_dimensions), OptionError);
}

}  // namespace
}  // namespace entente
