#pragma once

// Small scenarios with something to vary, for the world of three countries.

#include <utility>

#include "entente/scenario/scenario.hpp"
#include "support/tiny_worlds.hpp"

namespace entente::testing {

/// Standard errors of 1 for goods, none for services.
inline World world_with_errors() {
    WorldData data = three_countries();
    data.sectors[0].trade_elasticity_se = 1.0;
    return World(std::move(data));
}

/// AAA taxes BBB, BBB answers, and AAA keeps half of its services from CCC.
inline Scenario uncertain_scenario(std::vector<UncertainInput> vary) {
    Scenario scenario;
    scenario.title = "Uncertain";
    scenario.measures = {
        {.kind = MeasureKind::tariff, .by = {"AAA"}, .on = {"BBB"}, .change = "+20pp"},
        {.kind = MeasureKind::tariff, .by = {"BBB"}, .on = {"AAA"}, .change = "+20pp"},
        {.kind = MeasureKind::export_control,
         .by = {"AAA"},
         .on = {"CCC"},
         .sectors = {"GDS"},
         .share = 0.5}};
    scenario.uncertainty = Uncertainty{.vary = std::move(vary), .retaliation = {.by = {"BBB"}}};
    return scenario;
}

}  // namespace entente::testing
