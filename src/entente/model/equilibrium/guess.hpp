#pragma once

// A point of the search: wages, prices and spending, and the same numbers side by side for methods
// that know no economics.

#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente::detail {

/// A guess, in logarithms over the baseline (spending in its unit).
struct Guess {
    /// [n]
    std::vector<double> log_wage;
    /// [n, s]
    Array2<double> log_price;
    Array2<double> log_expenditure;
};

/// One number for each equation or unknown of a world.
inline std::size_t num_unknowns(std::size_t num_countries, std::size_t num_sectors) {
    return num_countries * (1 + 2 * num_sectors);
}

/// Wages, then prices, then spending. @param point  as long as there are unknowns.
void pack(const Guess& guess, std::span<double> point);
void unpack(std::span<const double> point, Guess& guess);

}  // namespace entente::detail
