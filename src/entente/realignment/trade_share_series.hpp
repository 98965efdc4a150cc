#pragma once

// Shares of trade in years between those that publishers cover.

#include <map>

#include "entente/realignment/panel.hpp"

namespace entente::detail {

/// Shares of one state with one power by year, NaN-free.
using ShareYears = std::map<int, double>;

/// How long the last share stands for the years after it.
inline constexpr int share_years_ahead = 2;

/// The share in a year: observed, else linear between the years around it (which looks ahead), else
/// the last one if it is at most two years old.
PanelValue share_in(const ShareYears& shares, int year);

}  // namespace entente::detail
