#pragma once

// Imports and tariffs of Caliendo and Parro (2015) with codes for rows.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Imports in thousand USD; tariff in percent.
struct Cp2015Tariff {
    /// Name as in the data.
    std::string sector;
    std::string importer;
    std::string exporter;
    double imports = 0.0;
    double tariff_2005 = 0.0;
};

/// All rows of `trade_tariffs.csv`.
std::vector<Cp2015Tariff> read_cp2015_tariffs(const std::filesystem::path& file,
                                              Problems& problems);

}  // namespace entente
