#include "entente/study/country/standing_shocks.hpp"

#include <fmt/format.h>

#include <string_view>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"

namespace entente {

extern const std::string_view april_2025_scenario;

namespace detail {

StandingShock april_2025(const World& world) {
    StandingShock standing{.words = "the tariffs of the United States of 5 April 2025",
                           .scenario = "scenarios/us-tariffs/2025-04-05.toml"};
    Shock shock;
    try {
        shock = make_shock(world, parse_scenario(april_2025_scenario, standing.scenario));
    } catch (const DataError&) {
        standing.missing =
            fmt::format("it does not fit the world {} (entente validate {} --world {} says why)",
                        world.name(), standing.scenario, world.name());
        return standing;
    }
    const Baseline baseline = make_baseline(world);
    const Equilibrium solved = solve_equilibrium(baseline, shock);
    if (!solved.is_usable()) {
        standing.missing = "no equilibrium was found";
        return standing;
    }
    for (const CountryChange& change : country_changes(baseline, shock, solved)) {
        standing.welfare_pct.push_back(100.0 * (change.welfare_hat - 1.0));
    }
    return standing;
}

}  // namespace detail
}  // namespace entente
