#pragma once

// Goods trade and own sales of pairs of economies in 2019, from the replication files of Campos,
// Estefania-Flores, Furceri and Timini (2023).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Thousand USD. Rows of an economy with itself are its own sales.
struct CamposTotal {
    /// Alpha-3 code.
    std::string exporter;
    std::string importer;
    double value = 0.0;
};

/// All rows of `trade_2019_with_domestic.csv`. Viet Nam and Taiwan have none.
std::vector<CamposTotal> read_campos_totals(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
