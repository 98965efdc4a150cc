#pragma once

// Troops of Russia and China in other states by year: two columns of the signals of major powers of
// McManus and Nieman (2019). The other columns are not read.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Persons in one state in one year.
struct ForeignTroops {
    /// Number of the state in the Correlates of War project.
    std::string cow_code;
    int year = 0;
    std::optional<double> russian{};
    std::optional<double> chinese{};
};

/// All rows of `great_power_signals_1950_2012.csv`.
std::vector<ForeignTroops> read_foreign_troops(const std::filesystem::path& file,
                                               Problems& problems);

}  // namespace entente
