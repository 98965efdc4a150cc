#pragma once

// Legal actions behind the tariffs of the United States. Trade war redux 2025 (M. Waugh).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One action.
struct TariffTrackerAction {
    /// YYYY-MM-DD
    std::string date;
    std::string authority;
    std::string reference;
    std::string description;
};

/// All rows of `us_tariff_actions_timeline.csv`.
std::vector<TariffTrackerAction> read_tariff_tracker_actions(const std::filesystem::path& file,
                                                             Problems& problems);

}  // namespace entente
