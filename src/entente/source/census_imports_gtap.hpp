#pragma once

// Imports of the United States in 2024 by partner and GTAP sector, United States Census Bureau.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD, imports for consumption and calculated duty.
struct CensusImportsGtap {
    /// Census country code; "0003" is the European Union.
    std::string partner;
    /// GTAP sector in lower case, or "unmapped".
    std::string gtap;
    double imports = 0.0;
    double duty = 0.0;
};

/// All rows of `us_imports_2024_gtap.csv`.
std::vector<CensusImportsGtap> read_census_imports_gtap(const std::filesystem::path& file,
                                                        Problems& problems);

}  // namespace entente
