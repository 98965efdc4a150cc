#pragma once

// One cell of a world input-output table summed over users: what a sector of one economy sells to
// another, domestic sales included. World Input-Output Database, release of 2013.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million USD at basic prices, rounded by the publisher's package. Final use includes changes of
/// inventories and can be negative.
struct WiodSale {
    std::string exporter;
    /// Code "c1" to "c35".
    std::string sector;
    std::string importer;
    double intermediate = 0.0;
    double final_use = 0.0;
};

/// All rows of `sector_bilateral_YYYY.csv`. Economies are given by ISO 3166 alpha-3 codes, the rest
/// of the world as ROW; the publisher writes ROM for Romania and RoW.
std::vector<WiodSale> read_wiod_sales(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
