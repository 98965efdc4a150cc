#include "entente/numerics/gmres.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

void keep(std::span<const double> x, std::span<double> y) {
    std::ranges::copy(x, y.begin());
}

/// Row k holds k + 2 on the diagonal, 1 to the right of it and -0.5 two to the left: not symmetric,
/// far from a multiple of the identity.
void banded(std::span<const double> x, std::span<double> y) {
    for (std::size_t k = 0; k < x.size(); ++k) {
        y[k] = static_cast<double>(k + 2) * x[k];
        if (k + 1 < x.size()) y[k] += x[k + 1];
        if (k >= 2) y[k] -= 0.5 * x[k - 2];
    }
}

std::vector<double> known_solution(std::size_t size) {
    std::vector<double> x(size);
    for (std::size_t k = 0; k < size; ++k) x[k] = std::sin(1.0 + static_cast<double>(k));
    return x;
}

double largest_error(std::span<const double> a, std::span<const double> b) {
    double largest = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) largest = std::max(largest, std::abs(a[k] - b[k]));
    return largest;
}

class EveryMemory : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EveryMemory, finds_the_solution_with_and_without_preconditioner) {
    const std::vector<double> expected = known_solution(30);
    std::vector<double> right(30);
    banded(expected, right);
    const auto by_diagonal = [](std::span<const double> x, std::span<double> y) {
        for (std::size_t k = 0; k < x.size(); ++k) y[k] = x[k] / static_cast<double>(k + 2);
    };
    Gmres gmres;
    gmres.reset(30, GetParam());
    std::vector<double> x(30, 7.0);

    const GmresOutcome plain = gmres.solve(banded, keep, right, x, {.tolerance = 1e-13});
    const double plain_error = largest_error(x, expected);
    const GmresOutcome quick = gmres.solve(banded, by_diagonal, right, x, {.tolerance = 1e-13});

    EXPECT_TRUE(plain.is_converged);
    EXPECT_LT(plain_error, 1e-11);
    EXPECT_TRUE(quick.is_converged);
    EXPECT_LT(largest_error(x, expected), 1e-11);
    EXPECT_LT(quick.num_products, plain.num_products);
}

INSTANTIATE_TEST_SUITE_P(Restarts, EveryMemory, ::testing::Values(6, 15, 30, 100));

TEST(Gmres, residual_it_reports_is_that_of_the_system) {
    std::vector<double> right = known_solution(30);
    Gmres gmres;
    gmres.reset(30, 30);
    std::vector<double> x(30);

    const GmresOutcome outcome =
        gmres.solve(banded, keep, right, x, {.tolerance = 1e-14, .max_products = 5});

    std::vector<double> product(30);
    banded(x, product);
    double gap = 0.0;
    double size = 0.0;
    for (std::size_t k = 0; k < 30; ++k) {
        gap += std::pow(right[k] - product[k], 2);
        size += std::pow(right[k], 2);
    }
    EXPECT_FALSE(outcome.is_converged);
    EXPECT_EQ(outcome.num_products, 5u);
    EXPECT_NEAR(outcome.residual, std::sqrt(gap / size), 1e-12);
    EXPECT_GT(outcome.residual, 1e-6);
}

TEST(Gmres, nothing_asked_gives_nothing) {
    Gmres gmres;
    gmres.reset(4, 4);
    std::vector<double> x(4, 3.0);

    const GmresOutcome outcome = gmres.solve(banded, keep, std::vector<double>(4), x);

    EXPECT_TRUE(outcome.is_converged);
    EXPECT_THAT(x, ::testing::Each(0.0));
}

TEST(Gmres, a_system_without_solution_is_not_called_solved) {
    // The second equation reads 0 = 1.
    const auto first_only = [](std::span<const double> x, std::span<double> y) {
        y[0] = x[0];
        y[1] = 0.0;
    };
    Gmres gmres;
    gmres.reset(2, 2);
    std::vector<double> x(2);

    const GmresOutcome outcome =
        gmres.solve(first_only, keep, std::vector<double>{1.0, 1.0}, x, {.max_products = 20});

    EXPECT_FALSE(outcome.is_converged);
    EXPECT_NEAR(outcome.residual, std::sqrt(0.5), 1e-12);
}

}  // namespace
}  // namespace entente
