#pragma once

// Imports of the United States in 2024 by partner and six-digit heading, United States Census
// Bureau.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD, imports for consumption and calculated duty.
struct CensusImportsHs6 {
    /// Census country code; "0003" is the European Union.
    std::string partner;
    /// Six digits.
    std::string product;
    double imports = 0.0;
    double duty = 0.0;
};

/// All rows of `us_imports_2024_hs6.csv`: the 51 partners with detail.
std::vector<CensusImportsHs6> read_census_imports_hs6(const std::filesystem::path& file,
                                                      Problems& problems);

}  // namespace entente
