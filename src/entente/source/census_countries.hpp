#pragma once

// Codes of partners in the trade statistics of the United States Census Bureau.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One partner.
struct CensusCountry {
    /// Four digits; empty for economies the Census does not tell apart.
    std::string partner;
    std::string iso3;
};

/// All rows of `census_country_mapping.csv`.
std::vector<CensusCountry> read_census_countries(const std::filesystem::path& file,
                                                 Problems& problems);

}  // namespace entente
