#pragma once

// Imports of the United States by year, partner and industry, United States Census Bureau.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD, imports for consumption and calculated duty.
struct CensusImportsNaics3 {
    int year = 0;
    /// Name in capitals.
    std::string partner;
    /// Three digits.
    std::string naics3;
    double imports = 0.0;
    double duty = 0.0;
};

/// All rows of `us_imports_naics3_annual_2013_2025.csv`.
std::vector<CensusImportsNaics3> read_census_imports_naics3(const std::filesystem::path& file,
                                                            Problems& problems);

}  // namespace entente
