#pragma once

// Gross output and value-added shares of Caliendo and Parro (2015) with codes for rows.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// USD in 1993, and a share of it.
struct Cp2015Output {
    std::string sector;
    std::string country;
    double gross_output = 0.0;
    double value_added_share = 0.0;
};

/// All rows of `output_va.csv`.
std::vector<Cp2015Output> read_cp2015_output(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
