#pragma once

// Manufacturing trade of 69 economies, 1986 to 2006. Panel of the Advanced Guide to Trade Policy
// Analysis (Yotov, Piermartini, Monteiro and Larch 2016).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million USD. Rows of an economy with itself are its own sales.
struct ManufacturingTrade {
    int year = 0;
    /// Code of the publisher: alpha-3, but ROM for Romania.
    std::string exporter;
    std::string importer;
    double value = 0.0;
};

/// All rows of `agtpa_1986_2006.csv`.
std::vector<ManufacturingTrade> read_manufacturing_trade(const std::filesystem::path& file,
                                                         Problems& problems);

}  // namespace entente
