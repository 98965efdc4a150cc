#pragma once

// Active-duty personnel of the United States abroad by host and year. Defense Manpower Data Center.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Persons.
struct UsTroops {
    /// Alpha-3 code; empty or NA for places that are no state of today.
    std::string iso3;
    std::string name;
    int year = 0;
    std::optional<double> active_duty{};
};

/// All rows of `us_troops_country_year_1950_2024.csv`. Some states have two rows in a year.
std::vector<UsTroops> read_us_troops(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
