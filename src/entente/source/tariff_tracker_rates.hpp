#pragma once

// Tariffs the United States added by partner at each date of policy, weighted by imports of 2024.
// Trade war redux 2025 (M. Waugh).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Percent.
struct TariffTrackerRate {
    /// YYYY-MM-DD
    std::string date;
    /// Name as the Census Bureau writes it.
    std::string partner;
    /// Added since the end of 2024.
    double added = 0.0;
    /// USD of 2024.
    double imports_2024 = 0.0;
    /// Level before, most-favoured-nation and Section 301.
    double rate_2024 = 0.0;
};

/// All rows of `country_by_time.csv`.
std::vector<TariffTrackerRate> read_tariff_tracker_rates(const std::filesystem::path& file,
                                                         Problems& problems);

}  // namespace entente
