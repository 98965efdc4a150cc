#pragma once

// What past positions in the General Assembly say of a state at the end of a year.

#include <optional>
#include <string_view>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/realignment/positions.hpp"

namespace entente::detail {

/// Filtered positions with each year's median, and the moves beyond what all states did. Figures
/// are NaN where the votes do not reach.
class PositionHistory {
  public:
    explicit PositionHistory(const Positions& positions);

    /// Position less the median state's, mean of year - 2 .. year.
    double relative(std::string_view state, int year) const;
    /// [eq:theta-drift]
    double drift(std::string_view state, int year) const;
    /// ln of the standard deviation of yearly moves in year - 9 .. year; needs five moves.
    double volatility(std::string_view state, int year) const;
    /// Position less that of Russia, from 1991 of the mean of Russia and China.
    double distance_to_rival(std::string_view state, int year) const;
    /// How much further the United States stood from the median state than three years before.
    double us_isolation_change(int year) const;

  private:
    std::optional<std::size_t> year_index(int year) const;
    double position(std::size_t state, int year) const;
    /// Over first .. last, years without a figure left out.
    double mean(std::size_t state, int first, int last) const;

    const Positions& positions_;
    /// [year]
    std::vector<double> medians_;
    /// [state, year]
    Array2<double> drifts_;
};

}  // namespace entente::detail
