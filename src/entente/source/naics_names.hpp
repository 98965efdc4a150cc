#pragma once

// Names of industries. Census Bureau, North American Industry Classification System.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One industry.
struct NaicsName {
    /// Digits as text; 00 is the total of all industries.
    std::string naics;
    std::string name;
};

/// All rows of `naics_codes.csv`.
std::vector<NaicsName> read_naics_names(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
