#pragma once

// Dense arrays with two or three axes. Axes of trade arrays are always [origin, destination,
// sector]; the last axis is contiguous, so that loops over sectors run through memory in order.

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace entente {

/// Two axes, row-major: the second is contiguous.
template <class T>
class Array2 {
  public:
    Array2() = default;
    Array2(std::size_t rows, std::size_t columns, T value = T{})
        : shape_{rows, columns}, values_(rows * columns, value) {}

    T& operator()(std::size_t a, std::size_t b) { return values_[a * shape_[1] + b]; }
    const T& operator()(std::size_t a, std::size_t b) const { return values_[a * shape_[1] + b]; }

    std::span<T> row(std::size_t a) { return {values_.data() + a * shape_[1], shape_[1]}; }
    std::span<const T> row(std::size_t a) const {
        return {values_.data() + a * shape_[1], shape_[1]};
    }

    std::size_t rows() const { return shape_[0]; }
    std::size_t columns() const { return shape_[1]; }
    std::array<std::size_t, 2> shape() const { return shape_; }
    std::span<T> values() { return values_; }
    std::span<const T> values() const { return values_; }
    bool empty() const { return values_.empty(); }
    friend bool operator==(const Array2&, const Array2&) = default;

  private:
    std::array<std::size_t, 2> shape_{0, 0};
    std::vector<T> values_;
};

/// Three axes, row-major: the third is contiguous.
template <class T>
class Array3 {
  public:
    Array3() = default;
    Array3(std::size_t first, std::size_t second, std::size_t third, T value = T{})
        : shape_{first, second, third}, values_(first * second * third, value) {}

    T& operator()(std::size_t a, std::size_t b, std::size_t c) {
        return values_[(a * shape_[1] + b) * shape_[2] + c];
    }
    const T& operator()(std::size_t a, std::size_t b, std::size_t c) const {
        return values_[(a * shape_[1] + b) * shape_[2] + c];
    }

    /// All values along the last axis at (a, b).
    std::span<T> row(std::size_t a, std::size_t b) {
        return {values_.data() + (a * shape_[1] + b) * shape_[2], shape_[2]};
    }
    std::span<const T> row(std::size_t a, std::size_t b) const {
        return {values_.data() + (a * shape_[1] + b) * shape_[2], shape_[2]};
    }

    /// All values at a, row after row.
    std::span<const T> plane(std::size_t a) const {
        return {values_.data() + a * shape_[1] * shape_[2], shape_[1] * shape_[2]};
    }

    std::array<std::size_t, 3> shape() const { return shape_; }
    std::span<T> values() { return values_; }
    std::span<const T> values() const { return values_; }
    bool empty() const { return values_.empty(); }
    friend bool operator==(const Array3&, const Array3&) = default;

  private:
    std::array<std::size_t, 3> shape_{0, 0, 0};
    std::vector<T> values_;
};

}  // namespace entente
