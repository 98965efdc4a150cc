#pragma once

// What the sectors of every economy buy from sectors anywhere. World Input-Output Database, release
// of 2013.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million USD at basic prices.
struct WiodInput {
    /// The economy whose sector buys.
    std::string country;
    std::string input_sector;
    std::string using_sector;
    double value = 0.0;
};

/// All rows of `io_national.csv`; codes as read_wiod_sales gives them.
std::vector<WiodInput> read_wiod_inputs(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
