#include "entente/numerics/gmres.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/numerics/dot.hpp"

namespace entente {
namespace {

// What is left of a direction after those before are taken out, below which it is rounding.
constexpr double smallest_new_part = 1e-14;
// A restart that leaves more than this of the residual will not get further.
constexpr double least_progress = 0.999;

double norm(std::span<const double> x) {
    return std::sqrt(dot(x, x));
}

void add(double factor, std::span<const double> x, std::span<double> y) {
    for (std::size_t k = 0; k < y.size(); ++k) y[k] += factor * x[k];
}

}  // namespace

void Gmres::reset(std::size_t size, std::size_t memory) {
    size_ = size;
    memory_ = std::max<std::size_t>(1, std::min(memory, size));
    basis_.resize((memory_ + 1) * size_);
    hessenberg_.resize((memory_ + 1) * memory_);
    cosine_.resize(memory_);
    sine_.resize(memory_);
    reduced_.resize(memory_ + 1);
    mix_.resize(memory_);
    scratch_.resize(size_);
}

// Modified Gram-Schmidt. A column that vanishes but for rounding adds no direction.
void Gmres::orthogonalise(std::size_t column) {
    const std::span<double> next = basis(column + 1);
    const double smallest = smallest_new_part * norm(next);
    for (std::size_t k = 0; k <= column; ++k) {
        hessenberg(k, column) = dot(next, basis(k));
        add(-hessenberg(k, column), basis(k), next);
    }
    const double length = norm(next);
    hessenberg(column + 1, column) = length > smallest ? length : 0.0;
    if (!(length > smallest)) return;
    for (double& value : next) value /= length;
}

// Givens rotations keep the small least-squares problem triangular.
void Gmres::rotate(std::size_t column) {
    for (std::size_t k = 0; k < column; ++k) {
        const double upper = hessenberg(k, column);
        const double lower = hessenberg(k + 1, column);
        hessenberg(k, column) = cosine_[k] * upper + sine_[k] * lower;
        hessenberg(k + 1, column) = cosine_[k] * lower - sine_[k] * upper;
    }
    const double upper = hessenberg(column, column);
    const double lower = hessenberg(column + 1, column);
    const double length = std::hypot(upper, lower);
    cosine_[column] = length > 0.0 ? upper / length : 1.0;
    sine_[column] = length > 0.0 ? lower / length : 0.0;
    hessenberg(column, column) = length;
    reduced_[column + 1] = -sine_[column] * reduced_[column];
    reduced_[column] *= cosine_[column];
}

std::size_t Gmres::build_basis(const LinearMap& product, const LinearMap& preconditioner,
                               double target, std::size_t max_columns) {
    std::size_t column = 0;
    while (column < max_columns && std::abs(reduced_[column]) > target) {
        preconditioner(basis(column), scratch_);
        product(scratch_, basis(column + 1));
        orthogonalise(column);
        const bool is_exhausted = !(hessenberg(column + 1, column) > 0.0);
        rotate(column);
        ++column;
        if (is_exhausted) break;
    }
    return column;
}

// All kept directions are mixed first, then go through the preconditioner once.
void Gmres::add_to_solution(std::size_t num_columns, const LinearMap& preconditioner,
                            std::span<double> x) {
    // A diagonal that is rounding belongs to a direction the product does not see.
    double largest = 0.0;
    for (std::size_t k = 0; k < num_columns; ++k) largest = std::max(largest, hessenberg(k, k));
    for (std::size_t row = num_columns; row-- > 0;) {
        double sum = reduced_[row];
        for (std::size_t k = row + 1; k < num_columns; ++k) sum -= hessenberg(row, k) * mix_[k];
        const double diagonal = hessenberg(row, row);
        mix_[row] = diagonal > smallest_new_part * largest ? sum / diagonal : 0.0;
    }
    std::ranges::fill(scratch_, 0.0);
    for (std::size_t k = 0; k < num_columns; ++k) add(mix_[k], basis(k), scratch_);
    preconditioner(scratch_, basis(1));
    add(1.0, basis(1), x);
}

GmresOutcome Gmres::solve(const LinearMap& product, const LinearMap& preconditioner,
                          std::span<const double> right, std::span<double> x,
                          const GmresOptions& options) {
    std::ranges::fill(x, 0.0);
    GmresOutcome outcome;
    const double size_of_right = norm(right);
    if (!(size_of_right > 0.0)) return {.is_converged = size_of_right == 0.0};
    const double target = options.tolerance * size_of_right;
    double last_length = std::numeric_limits<double>::infinity();
    std::ranges::copy(right, basis(0).begin());
    for (;;) {
        const double length = norm(basis(0));
        outcome.residual = length / size_of_right;
        outcome.is_converged = length <= target;
        if (!(length > target && length < least_progress * last_length) ||
            outcome.num_products >= options.max_products) {
            return outcome;
        }
        last_length = length;
        for (double& value : basis(0)) value /= length;
        std::ranges::fill(reduced_, 0.0);
        reduced_[0] = length;
        // Half the target leaves room for rounding between the recurrence and the residual itself.
        const std::size_t num_columns =
            build_basis(product, preconditioner, 0.5 * target,
                        std::min(memory_, options.max_products - outcome.num_products));
        outcome.num_products += num_columns;
        add_to_solution(num_columns, preconditioner, x);
        // What is left, worked out anew.
        product(x, basis(0));
        for (std::size_t k = 0; k < size_; ++k) basis(0)[k] = right[k] - basis(0)[k];
    }
}

}  // namespace entente
