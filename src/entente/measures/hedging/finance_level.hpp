#pragma once

// A power's infrastructure and finance in a country: its place among all countries.

#include <optional>
#include <span>
#include <vector>

namespace entente {

/// What a power's firms and lenders put into a country in one window, one source.
struct FinanceInflow {
    /// In the money of the GDP; 0 where the source covers the country and found nothing, nothing
    /// where it does not cover it.
    std::optional<double> amount{};
    /// Nothing where unknown; then the country has no figure, whatever the amount.
    std::optional<double> gdp{};
    double num_years = 1.0;
};

/// [country] Mid-rank percentile of amount / GDP / years among the countries that have a figure.
std::vector<std::optional<double>> inflow_percentiles(std::span<const FinanceInflow> inflows);

/// [eq:finance-level]  e = mean of the percentiles at hand
///
/// Our own definition. Nothing if no source covers the country.
std::optional<double> finance_level(std::span<const std::optional<double>> percentiles);

}  // namespace entente
