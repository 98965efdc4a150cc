#include "entente/numerics/ras.hpp"

#include <gmock/gmock.h>

#include <array>

#include "entente/base/error.hpp"

namespace entente {
namespace {

Array2<double> two_by_two(double a, double b, double c, double d) {
    Array2<double> matrix(2, 2);
    matrix(0, 0) = a;
    matrix(0, 1) = b;
    matrix(1, 0) = c;
    matrix(1, 1) = d;
    return matrix;
}

TEST(Ras, reaches_the_sums_and_keeps_the_odds_ratio) {
    const std::array<double, 2> rows{60, 40};
    const std::array<double, 2> columns{70, 30};

    const RasResult result = ras(two_by_two(1, 2, 3, 4), rows, columns);

    ASSERT_TRUE(result.converged);
    const auto& m = result.matrix;
    // Scaling rows and columns cannot change (1 x 4) / (2 x 3); the tolerance is that of the sums.
    EXPECT_NEAR(m(0, 0) * m(1, 1) / (m(0, 1) * m(1, 0)), 4.0 / 6.0, 1e-12);
    EXPECT_NEAR(m(0, 0) + m(0, 1), 60.0, 1e-11);
    EXPECT_NEAR(m(0, 1) + m(1, 1), 30.0, 1e-11);
}

TEST(Ras, a_matrix_with_the_right_sums_is_left_alone) {
    const std::array<double, 2> rows{3, 7};
    const std::array<double, 2> columns{4, 6};

    const RasResult result = ras(two_by_two(1, 2, 3, 4), rows, columns);

    EXPECT_EQ(result.matrix, two_by_two(1, 2, 3, 4));
    EXPECT_EQ(result.passes, 1u);
}

TEST(Ras, zeros_stay_zeros_and_a_zero_target_empties_its_row) {
    const std::array<double, 2> rows{10, 0};
    const std::array<double, 2> columns{4, 6};

    const RasResult result = ras(two_by_two(1, 1, 5, 0), rows, columns);

    ASSERT_TRUE(result.converged);
    EXPECT_EQ(result.matrix, two_by_two(4, 6, 0, 0));
}

TEST(Ras, a_target_no_cell_can_reach_is_not_converged) {
    const std::array<double, 2> rows{5, 5};
    const std::array<double, 2> columns{4, 6};

    const RasResult result = ras(two_by_two(1, 0, 1, 0), rows, columns, {.max_passes = 50});

    EXPECT_FALSE(result.converged);
}

TEST(Ras, targets_of_another_size_are_refused) {
    const std::array<double, 1> rows{1};
    const std::array<double, 2> columns{1, 0};

    EXPECT_THROW(ras(two_by_two(1, 0, 0, 1), rows, columns), ShapeError);
}

}  // namespace
}  // namespace entente
