#pragma once

// Imports for consumption of the United States by partner, industry and month. Census Bureau.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD.
struct CensusMonth {
    /// YYYY-MM
    std::string month;
    /// Name as the publisher writes it: KOREA, SOUTH.
    std::string partner;
    /// Digits as text; 00 is the total of all industries.
    std::string naics;
    double imports = 0.0;
    double duty = 0.0;
};

/// All rows of `us_imports_naics3_monthly_2013_2025.csv`.
std::vector<CensusMonth> read_census_imports_monthly(const std::filesystem::path& file,
                                                     Problems& problems);

}  // namespace entente
