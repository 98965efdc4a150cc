#pragma once

// Goods trade of pairs of economies, summed over products. CEPII, BACI.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Thousand USD, free on board, reconciled between the two reporters.
struct BaciTotal {
    std::string exporter;
    std::string importer;
    double value = 0.0;
};

/// All rows of `baci_totals_2023.csv`. Taiwan has none.
std::vector<BaciTotal> read_baci_totals(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
