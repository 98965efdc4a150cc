#pragma once

// Reads a packed vector by country and sector, see `pack` in guess.hpp.

#include <span>

#include "entente/model/equilibrium/baseline.hpp"

namespace entente::detail {

/// A view: wages [n], then prices [n, s], then spending [n, s].
template <class Number>
class Packed {
  public:
    Packed(std::span<Number> values, const Baseline& baseline)
        : values_(values),
          num_countries_(baseline.num_countries()),
          num_sectors_(baseline.num_sectors()) {}

    Number& wage(std::size_t n) const { return values_[n]; }
    std::span<Number> prices(std::size_t n) const {
        return values_.subspan(num_countries_ + n * num_sectors_, num_sectors_);
    }
    std::span<Number> spending(std::size_t n) const {
        return values_.subspan(num_countries_ * (1 + num_sectors_) + n * num_sectors_,
                               num_sectors_);
    }

  private:
    std::span<Number> values_;
    std::size_t num_countries_;
    std::size_t num_sectors_;
};

}  // namespace entente::detail
