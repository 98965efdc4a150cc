#pragma once

// Trade elasticities by GTAP sector, Fontagne, Guimbard and Orefice (2022).

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// How imports respond to the tariff factor; negative. Nothing or zero = not estimated.
struct FontagneElasticity {
    /// GTAP sector in lower case.
    std::string gtap;
    std::optional<double> tariff_elasticity{};
};

/// All rows of `fontagne_gtap_elasticities.csv`.
std::vector<FontagneElasticity> read_fontagne_elasticities(const std::filesystem::path& file,
                                                           Problems& problems);

}  // namespace entente
