#pragma once

// Trade of pairs of economies in goods and services, yearly, summed over industries. United States
// International Trade Commission, ITPD-E, release 1.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million USD of 2010. Rows of an economy with itself are its own sales, which are not complete
/// after 2012.
struct ItpdeTotal {
    int year = 0;
    /// Alpha-3 code.
    std::string exporter;
    std::string importer;
    double value = 0.0;
};

/// All rows of `itpde_totals_2000_2016.csv`. Hong Kong has none.
std::vector<ItpdeTotal> read_itpde_totals(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
