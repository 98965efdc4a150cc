#pragma once

// The GTAP sector to which most of a six-digit heading of the Harmonized System belongs, from the
// concordance of the Budget Lab at Yale.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One heading.
struct Hs6GtapSector {
    /// Six digits.
    std::string product;
    /// GTAP sector in lower case.
    std::string gtap;
};

/// All rows of `hs6_gtap_crosswalk.csv`.
std::vector<Hs6GtapSector> read_hs6_gtap_sectors(const std::filesystem::path& file,
                                                 Problems& problems);

}  // namespace entente
