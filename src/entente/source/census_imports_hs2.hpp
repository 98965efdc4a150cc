#pragma once

// Imports of the United States in 2024 by partner and chapter of the Harmonized System, United
// States Census Bureau, as collected by a tracker of tariffs.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD, imports for consumption and calculated duty.
struct CensusImportsHs2 {
    /// Census country code; "0003" is the European Union, whose members also have rows.
    std::string partner;
    /// Two digits.
    std::string chapter;
    double imports = 0.0;
    double duty = 0.0;
};

/// All rows of `us_tariff_increase_by_country_hs2.csv`.
std::vector<CensusImportsHs2> read_census_imports_hs2(const std::filesystem::path& file,
                                                      Problems& problems);

}  // namespace entente
