#pragma once

// Armed conflicts by year and the states that are parties to them. UCDP/PRIO.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One conflict in one year. Each list of states is separated by commas, empty for other parties.
struct UcdpConflict {
    int year = 0;
    /// Numbers by Gleditsch and Ward.
    std::string side_a;
    std::string beside_a;
    std::string side_b;
    std::string beside_b;
    /// A word: extrasystemic, interstate, intrastate, or II for intrastate with help from abroad.
    std::string type;
};

/// All rows of `ucdp_acd_1946_2024.csv`.
std::vector<UcdpConflict> read_ucdp_conflicts(const std::filesystem::path& file,
                                              Problems& problems);

}  // namespace entente
