#pragma once

// What a world says of a scenario before anything is applied, so that unknown codes are reported
// together with mistakes of form.

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Reports codes of countries, groups, sectors and products that a world lacks, of measures,
/// regimes and retaliations, each with its place; and of measures that could be read whole, those
/// without cells and those that contradict each other. Values with a problem already are passed
/// over.
/// @param draft     as draft_scenario gives it.
/// @param problems  those of its form; more are added.
void report_unknown_codes(const World& world, const Scenario& draft, const UsProducts* products,
                          Problems& problems);

}  // namespace entente
