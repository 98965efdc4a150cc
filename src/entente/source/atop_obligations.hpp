#pragma once

// Obligations of alliances in force by directed pair of states and year. Alliance Treaty
// Obligations and Provisions project (ATOP), version 5.1.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// 1 = the first state owes it to the second.
struct AtopObligation {
    /// Number of the state in the Correlates of War project.
    std::string state;
    std::string partner;
    int year = 0;
    int defence = 0;
    int neutrality = 0;
    int consultation = 0;
    int non_aggression = 0;
};

/// All rows of `atop_directed_dyad_year_1945_2018.csv`, which holds pairs with an obligation only.
std::vector<AtopObligation> read_atop_obligations(const std::filesystem::path& file,
                                                  Problems& problems);

}  // namespace entente
