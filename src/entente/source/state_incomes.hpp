#pragma once

// Income per head of states by year: latent estimates of Fariss, Anders, Markowitz and Barnum
// (2022).

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One state in one year.
struct StateIncome {
    /// Number of the state in the Correlates of War project.
    std::string cow_code;
    int year = 0;
    /// USD a head at constant prices.
    std::optional<double> gdp_per_head{};
};

/// All rows of `gdp_pop_1945_2019.csv`.
std::vector<StateIncome> read_state_incomes(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
