#pragma once

// A full world input-output table: who buys which inputs from whom. World Input-Output Database,
// release of 2013.

#include <filesystem>
#include <vector>

#include "entente/base/problem.hpp"
#include "entente/source/wiod_inputs.hpp"
#include "entente/source/wiod_output.hpp"

namespace entente {

/// Million USD at basic prices; codes as read_wiod_sales gives them.
struct WiodTable {
    /// What each sector of each economy buys of each sector, summed over the sellers' economies.
    std::vector<WiodInput> inputs;
    /// Output of the column "output"; value added is output less all inputs.
    std::vector<WiodOutput> output;
};

/// `wiot_YYYY.csv`: a row a selling sector, a column a buying sector, both named "AUS_c1"; columns
/// of final use are left out. A table whose rows are not its columns is reported.
WiodTable read_wiod_table(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
