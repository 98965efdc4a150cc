#include "entente/numerics/dot.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

namespace entente {
namespace {

std::vector<double> uneven(std::size_t size, double phase) {
    std::vector<double> values(size);
    for (std::size_t k = 0; k < size; ++k) {
        values[k] = std::sin(phase + 1.7 * static_cast<double>(k)) * std::exp(double(k % 7));
    }
    return values;
}

class EverySize : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EverySize, products_taken_together_have_the_bits_of_single_ones) {
    const std::size_t size = GetParam();
    constexpr std::size_t num_rows = 7;
    const std::vector<double> matrix = uneven(num_rows * size, 0.3);
    const std::vector<double> b = uneven(size, 0.9);
    std::vector<const double*> rows;
    for (std::size_t k = 0; k < num_rows; ++k) rows.push_back(matrix.data() + k * size);
    std::vector<double> each(num_rows);
    std::vector<double> by_rows(num_rows);

    dot_each(rows, b, each);
    dot_rows(matrix, b, by_rows);

    for (std::size_t k = 0; k < num_rows; ++k) {
        const double single = dot(std::span(matrix).subspan(k * size, size), b);
        EXPECT_EQ(each[k], single);
        EXPECT_EQ(by_rows[k], single);
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, EverySize, ::testing::Values(0, 1, 3, 4, 34, 40, 101));

TEST(Dot, adds_up_by_hand) {
    const std::vector<double> a{1, 2, 3, 4, 5};
    const std::vector<double> b{5, 4, 3, 2, 1};

    EXPECT_EQ(dot(a, b), 35.0);
}

}  // namespace
}  // namespace entente
