#pragma once

// Chinese official finance by recipient and year. AidData, Global Chinese Development Finance
// Dataset 3.0, projects recommended for aggregates.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Constant USD of 2021, adjusted amounts.
struct AidDataYear {
    /// Number of the state in the Correlates of War project.
    std::string cow_code;
    int year = 0;
    /// Official development assistance.
    double aid = 0.0;
    /// Other official flows.
    double other = 0.0;
    /// Official flows that are neither for certain.
    double vague = 0.0;
};

/// All rows of `aiddata_gcdf3_country_year_2000_2021.csv`. A recipient without a row in a year got
/// nothing that year.
std::vector<AidDataYear> read_aiddata_country_years(const std::filesystem::path& file,
                                                    Problems& problems);

}  // namespace entente
