#pragma once

// Numbers of states in the Correlates of War project with their codes of ISO 3166.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One economy; the number is empty where the project has none.
struct CowCode {
    std::string iso3;
    std::string cow_code;
};

/// All rows of `crosswalk.csv`.
std::vector<CowCode> read_cow_codes(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
