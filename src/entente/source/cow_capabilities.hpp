#pragma once

// Material capabilities of states by year. Correlates of War project.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One state in one year.
struct CowCapability {
    /// Number of the state in the Correlates of War project.
    std::string cow_code;
    int year = 0;
    /// Thousand persons.
    std::optional<double> population{};
    /// Share of the world's capabilities, 0 to 1 (CINC).
    std::optional<double> capability{};
};

/// All rows of `cow_nmc_1945_2022.csv`.
std::vector<CowCapability> read_cow_capabilities(const std::filesystem::path& file,
                                                 Problems& problems);

}  // namespace entente
