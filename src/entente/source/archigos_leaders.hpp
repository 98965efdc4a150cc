#pragma once

// Leaders of states and how they came to power. Archigos (Goemans, Gleditsch and Chiozza 2009).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One term of one leader.
struct ArchigosLeader {
    /// Number of the state by Gleditsch and Ward.
    std::string gw_code;
    /// YYYY-MM-DD
    std::string start_date;
    /// Regular, Irregular, Foreign Imposition or Unknown.
    std::string entry;
};

/// All rows of `archigos_leaders.csv`.
std::vector<ArchigosLeader> read_archigos_leaders(const std::filesystem::path& file,
                                                  Problems& problems);

}  // namespace entente
