#pragma once

// A scenario file as a task takes it: the measures of a day, its world, its closure.

#include <array>
#include <optional>
#include <string>

#include "entente/report/solution.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/scenario/shock.hpp"
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

/// Which scenario is meant, and what it meets.
struct ScenarioChoice {
    /// A file, or a compact form.
    std::string file;
    /// Its text as it was read once; empty = read the file.
    std::string copy{};
    /// Empty = the world the scenario names, else the default one.
    std::string world{};
    /// YYYY-MM-DD; empty = all measures apply.
    std::string at{};
};

/// A scenario that has met its world.
struct PlacedScenario {
    DatedScenario dated;
    World world;
    /// The layer us-products, where the scenario or one of its regimes names products.
    std::optional<UsProducts> products;
    /// Of the measures of the day, without regimes.
    Shock shock;

    const UsProducts* products_or_none() const { return products ? &*products : nullptr; }
};

/// @throws DataError with every problem of the scenario, of its form and of its codes, regimes
///         included, by file and line; OptionError for a day that is none or a world unknown.
PlacedScenario place_scenario(const WorldCatalog& worlds, const ScenarioChoice& choice);

}  // namespace entente::detail
