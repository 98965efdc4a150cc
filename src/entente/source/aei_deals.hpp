#pragma once

// Chinese investments and contracts abroad, one row a deal. American Enterprise Institute, China
// Global Investment Tracker.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million current USD.
struct AeiDeal {
    int year = 0;
    /// English name.
    std::string month;
    /// Name as the publisher writes it: Britain, Ivory Coast.
    std::string country;
    std::string sector;
    double amount = 0.0;
};

/// All rows of `aei_cgit_2005_2018H1.csv`.
std::vector<AeiDeal> read_aei_deals(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
