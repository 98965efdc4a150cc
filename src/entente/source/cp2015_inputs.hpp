#pragma once

// Input shares of Caliendo and Parro (2015) with codes for rows.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Share of an input in what a sector spends on inputs.
struct Cp2015Input {
    std::string country;
    std::string input_sector;
    std::string using_sector;
    double share = 0.0;
};

/// All rows of `io_shares.csv`.
std::vector<Cp2015Input> read_cp2015_inputs(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
