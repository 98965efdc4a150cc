#pragma once

// How much of each variable the panel knows, by period.

#include <array>
#include <vector>

#include "entente/realignment/panel.hpp"

namespace entente {

struct YearSpan {
    int first = 0;
    int last = 0;
};

/// The periods of the coverage table.
inline constexpr std::array<YearSpan, 6> coverage_periods{
    {{1950, 1969}, {1970, 1989}, {1990, 2004}, {2005, 2014}, {2015, 2020}, {2021, 2024}}};

/// Shares of rows, 0 to 1; NaN where a period has no row.
struct VariableCoverage {
    PanelVariable variable{};
    /// [period] known, observed or carried.
    std::array<double, coverage_periods.size()> known{};
    /// [period] known from another year.
    std::array<double, coverage_periods.size()> carried{};
};

struct PanelCoverage {
    /// [period] state-years
    std::array<std::size_t, coverage_periods.size()> rows{};
    std::array<std::size_t, coverage_periods.size()> partner_rows{};
    std::array<std::size_t, coverage_periods.size()> treaty_ally_rows{};
    std::vector<VariableCoverage> variables;
};

PanelCoverage panel_coverage(const Panel& panel);

}  // namespace entente
