#pragma once

// Sectors of Caliendo and Parro (2015) with their trade elasticities.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One sector; the elasticity is the positive theta.
struct Cp2015Sector {
    /// Name as in the data.
    std::string sector;
    double trade_elasticity = 0.0;
};

/// All rows of `sectors.csv`.
std::vector<Cp2015Sector> read_cp2015_sectors(const std::filesystem::path& file,
                                              Problems& problems);

}  // namespace entente
