#pragma once

// Mean tariffs on all products, weighted by imports. World Bank, World Development Indicators.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Percent.
struct WorldBankTariff {
    std::string country;
    int year = 0;
    /// The label beside it is swapped in the file; the code is right.
    std::string series;
    std::optional<double> value{};
};

/// All rows of `tariffs_weighted_mean_2005_2024.csv`.
std::vector<WorldBankTariff> read_world_bank_tariffs(const std::filesystem::path& file,
                                                     Problems& problems);

}  // namespace entente
