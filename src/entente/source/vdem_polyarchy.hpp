#pragma once

// Electoral democracy of states by year. Varieties of Democracy (V-Dem).

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One state in one year.
struct VdemPolyarchy {
    /// Number of the state in the Correlates of War project.
    std::string cow_code;
    int year = 0;
    /// 0 to 1, higher is more democratic.
    std::optional<double> polyarchy{};
};

/// All rows of `democracy_1945_2025.csv`; of its columns only that of V-Dem.
std::vector<VdemPolyarchy> read_vdem_polyarchy(const std::filesystem::path& file,
                                               Problems& problems);

}  // namespace entente
