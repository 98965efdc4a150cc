#pragma once

// A scenario file as a task takes it: the measures of a day, its world, its closure.

#include <array>
#include <optional>
#include <string>

#include "entente/report/solution.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente::detail {

inline constexpr std::array deficit_names{"balanced", "fixed", "multiplicative"};

/// The mode of that name; of the scenario if it is empty.
DeficitMode deficits_of(const Scenario& scenario, const std::string& asked);

/// The horizon and profile of that name; of the scenario where one is empty.
/// @throws OptionError for a horizon or profile that is none.
Horizon horizon_of(const Scenario& scenario, const std::string& horizon,
                   const std::string& profile);

/// The world asked for, else the one the scenario names, else the default one.
std::string world_name_of(const Scenario& scenario, const std::string& asked);

/// A scenario with the measures that apply on the day asked for, and which that was.
struct DatedScenario {
    Scenario scenario;
    std::optional<MeasureDay> day;
};

/// @param at  YYYY-MM-DD; empty = all measures apply.
/// @throws DataError for the file; OptionError for a day that is none.
DatedScenario read_dated_scenario(const std::string& file, const std::string& at);
/// The same from a copy of its text.
/// @param file  where it was first read: named in problems, and its bases are sought from there.
DatedScenario parse_dated_scenario(const std::string& text, const std::string& file,
                                   const std::string& at);

/// The layer us-products, for scenarios that name products; nothing for others.
/// @throws OptionError or DataError as open_layer.
std::optional<UsProducts> products_for(const WorldCatalog& worlds, const Scenario& scenario);

}  // namespace entente::detail
