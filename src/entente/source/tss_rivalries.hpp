#pragma once

// Strategic rivalries of pairs of states. Thompson, Sakuwa and Suhas (2021).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One rivalry.
struct TssRivalry {
    /// Number in the Correlates of War project.
    std::string one;
    std::string other;
    int first_year = 0;
    /// The last year of the list if it was still on.
    int last_year = 0;
};

/// All rows of `tss_rivalries.csv`.
std::vector<TssRivalry> read_tss_rivalries(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
