#include "entente/model/equilibrium/sweeps.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "support/random_worlds.hpp"

namespace entente::detail {
namespace {

TEST(Sweeps, rows_added_together_have_the_bits_of_rows_added_in_turn) {
    testing::UniformStream uniform(7);
    for (const std::size_t num_rows : {1u, 4u, 6u, 40u}) {
        constexpr std::size_t size = 13;
        std::vector<double> factors(num_rows);
        std::vector<double> matrix(num_rows * size);
        std::vector<double> together(size);
        for (double& value : factors) value = uniform.between(-1.0, 1.0);
        for (double& value : matrix) value = uniform.between(-1.0, 1.0);
        for (double& value : together) value = uniform.between(-1.0, 1.0);
        std::vector<double> in_turn = together;

        add_scaled_rows(factors, matrix, together);
        for (std::size_t row = 0; row < num_rows; ++row) {
            add_scaled(factors[row], std::span(matrix).subspan(row * size, size), in_turn);
        }

        EXPECT_EQ(together, in_turn);
    }
}

}  // namespace
}  // namespace entente::detail
