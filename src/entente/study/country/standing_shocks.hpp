#pragma once

// What the standing scenarios of the library do to every country: exact solves of one world.

#include <optional>
#include <string>
#include <vector>

#include "entente/world/world.hpp"

namespace entente::detail {

struct StandingShock {
    /// "the tariffs of the United States of 5 April 2025"
    std::string words;
    /// File of the library.
    std::string scenario;
    /// [country] exact change of real income, percent; empty = not solved.
    std::vector<double> welfare_pct{};
    /// Why it was not solved.
    std::string missing{};
};

/// The tariffs in force on 5 April 2025. A world without the countries the scenario names has no
/// figures, and the reason.
StandingShock april_2025(const World& world);

}  // namespace entente::detail
