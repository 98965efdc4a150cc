#pragma once

#include <cmath>

namespace entente::detail {

/// The nearest multiple of 1 / steps. Results of exp and pow, whose last bit differs between
/// machines, are rounded before they enter the data, so that every machine builds the same world.
inline double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

inline constexpr double six_decimals = 1e6;
inline constexpr double nine_decimals = 1e9;

}  // namespace entente::detail
