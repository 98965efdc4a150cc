#pragma once

// Merchandise trade of pairs of economies by section of the Standard International Trade
// Classification. UNCTAD trade matrix.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Thousand USD, as reported by the exporter.
struct UnctadTrade {
    int year = 0;
    /// One digit, or "All".
    std::string section;
    std::string exporter;
    std::string importer;
    double value = 0.0;
};

/// The rows of one year of `unctad_matrix_sitc_1995_2005_2015.csv`.
std::vector<UnctadTrade> read_unctad_trade_matrix(const std::filesystem::path& file, int year,
                                                  Problems& problems);

}  // namespace entente
