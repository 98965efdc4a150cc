#include "entente/numerics/anderson.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

#include "entente/numerics/dot.hpp"

namespace entente {
namespace {

using SmallMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, 10, 10>;
using SmallVector = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, 10, 1>;

// Directions whose scaled products fall below this are taken as repeated.
constexpr double smallest_pivot = 1e-12;

}  // namespace

void AndersonAcceleration::reset(std::size_t size, std::size_t memory) {
    memory_ = std::min(memory, max_memory);
    last_x_.resize(size);
    last_step_.resize(size);
    for (std::size_t k = 0; k < memory_; ++k) {
        x_differences_[k].resize(size);
        step_differences_[k].resize(size);
    }
    restart();
}

void AndersonAcceleration::restart() {
    num_kept_ = 0;
    next_ = 0;
    has_last_ = false;
}

std::span<const double* const> AndersonAcceleration::differences() {
    for (std::size_t k = 0; k < num_kept_; ++k) rows_[k] = step_differences_[k].data();
    return {rows_.data(), num_kept_};
}

void AndersonAcceleration::advance(std::span<double> x, std::span<const double> step) {
    if (has_last_ && memory_ > 0) {
        std::vector<double>& dx = x_differences_[next_];
        std::vector<double>& df = step_differences_[next_];
        for (std::size_t k = 0; k < x.size(); ++k) {
            dx[k] = x[k] - last_x_[k];
            df[k] = step[k] - last_step_[k];
        }
        num_kept_ = std::min(num_kept_ + 1, memory_);
        std::array<double, max_memory> products{};
        dot_each(differences(), df, products);
        for (std::size_t k = 0; k < num_kept_; ++k) {
            products_[next_][k] = products_[k][next_] = products[k];
        }
        next_ = (next_ + 1) % memory_;
    }
    std::ranges::copy(x, last_x_.begin());
    std::ranges::copy(step, last_step_.begin());
    has_last_ = true;
    for (std::size_t k = 0; k < x.size(); ++k) x[k] += step[k];
    if (num_kept_ == 0) return;

    const auto size = static_cast<Eigen::Index>(num_kept_);
    SmallMatrix matrix(size, size);
    SmallVector right(size);
    SmallVector scale(size);
    std::array<double, max_memory> along{};
    dot_each(differences(), step, along);
    for (Eigen::Index a = 0; a < size; ++a) {
        const auto k = static_cast<std::size_t>(a);
        scale(a) = products_[k][k] > 0.0 ? 1.0 / std::sqrt(products_[k][k]) : 0.0;
        right(a) = scale(a) * along[k];
    }
    for (Eigen::Index a = 0; a < size; ++a) {
        for (Eigen::Index b = 0; b < size; ++b) {
            matrix(a, b) = scale(a) * scale(b) *
                           products_[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
        }
    }
    Eigen::ColPivHouseholderQR<SmallMatrix> factors(matrix);
    factors.setThreshold(smallest_pivot);
    const SmallVector mix = factors.solve(right);
    for (Eigen::Index a = 0; a < size; ++a) {
        const auto k = static_cast<std::size_t>(a);
        const double weight = mix(a) * scale(a);
        for (std::size_t j = 0; j < x.size(); ++j) {
            x[j] -= weight * (x_differences_[k][j] + step_differences_[k][j]);
        }
    }
}

}  // namespace entente
