#pragma once

// Gross domestic product of the latest year available, from the replication files of Ignatenko,
// Lashkaripour, Macedoni and Simonovska (2025).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD.
struct LatestGdp {
    std::string country;
    double value = 0.0;
};

/// All rows of `countries_gdp_libday_tariff.csv`.
std::vector<LatestGdp> read_latest_gdp(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
