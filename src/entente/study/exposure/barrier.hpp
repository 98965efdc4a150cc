#pragma once

// What happens to the trade between two sides, from the words users write.

#include <optional>
#include <string>

#include "entente/report/exposure/table.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// The part of the trade in `scope`, as seen from the exposed country, stops, or its buyers raise
/// their tariffs on it.
struct Barrier {
    Scope scope{};
    /// Added to the tariff rates, 0.25 = 25 points; empty = the trade stops.
    std::optional<double> added_tariff{};
};

/// @throws OptionError for a scope that is no word for one and no sector, with the nearest.
Scope scope_named(const World& world, const std::string& scope);

/// Points added to tariffs from "25%" or "25pp"; nothing from an empty text.
/// @throws OptionError for a number without its unit, or one that is not above 0 and at most 1000%.
std::optional<double> added_tariff_named(const std::string& text);

}  // namespace entente::detail
