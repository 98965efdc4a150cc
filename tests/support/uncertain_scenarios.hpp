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

/// Three horizons and both profiles.
inline HorizonChances three_horizons() {
    return {.years = {{1, 0.25}, {5, 0.5}, {std::nullopt, 0.25}},
            .profiles = {{HorizonProfile::standard, 0.5}, {HorizonProfile::slow, 0.5}}};
}

/// From 2021 to 2025; under hostile AAA taxes CCC, under calm nobody.
inline void add_regimes(Scenario& scenario) {
    scenario.path = PolicyPath{.until = 2025, .from = 2021, .regime = "calm"};
    scenario.regimes = {
        {.name = "calm", .next = {{"calm", 0.5}, {"hostile", 0.5}}},
        {.name = "hostile",
         .measures =
             {{.kind = MeasureKind::tariff, .by = {"AAA"}, .on = {"CCC"}, .change = "+15pp"}},
         .next = {{"calm", 0.25}, {"hostile", 0.75}}}};
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
    if (scenario.uncertainty->varies(UncertainInput::horizon)) {
        scenario.uncertainty->horizon = three_horizons();
    }
    if (scenario.uncertainty->varies(UncertainInput::regime)) add_regimes(scenario);
    return scenario;
}

}  // namespace entente::testing
