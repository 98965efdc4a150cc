#pragma once

// Consumer price index of the United States, all items. Bureau of Labor Statistics, CPI-U.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// 1982-84 = 100, not seasonally adjusted.
struct ConsumerPrice {
    /// First day of the month, YYYY-MM-DD.
    std::string date;
    /// Empty for a month that was not surveyed.
    std::optional<double> index{};
};

/// All rows of `cpi_u_monthly_1913_2026.csv`.
std::vector<ConsumerPrice> read_consumer_prices(const std::filesystem::path& file,
                                                Problems& problems);

}  // namespace entente
