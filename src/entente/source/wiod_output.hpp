#pragma once

// Gross output and value added of every sector of every economy of the World Input-Output Database,
// release of 2013.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million USD at basic prices.
struct WiodOutput {
    std::string country;
    /// Code "c1" to "c35".
    std::string sector;
    double gross_output = 0.0;
    /// Output less inputs, taxes on products and margins.
    double value_added = 0.0;
};

/// All rows of `output_va.csv`; codes as read_wiod_sales gives them.
std::vector<WiodOutput> read_wiod_output(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
