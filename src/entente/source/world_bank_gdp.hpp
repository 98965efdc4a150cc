#pragma once

// Gross domestic product in current US dollars. World Bank, World Development Indicators.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD.
struct WorldBankGdp {
    /// ISO alpha-3, or a code for a group: WLD is the world.
    std::string country;
    int year = 0;
    double value = 0.0;
};

/// All rows of `gdp_current_usd.csv`. Taiwan is neither listed nor in the world total.
std::vector<WorldBankGdp> read_world_bank_gdp(const std::filesystem::path& file,
                                              Problems& problems);

}  // namespace entente
