#include "entente/study/dated_scenario.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/scenario/measures_in_force.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/study/world_option.hpp"

namespace entente::detail {

DeficitMode deficits_of(const Scenario& scenario, const std::string& asked) {
    const auto* const name = std::ranges::find(deficit_names, asked);
    return name == deficit_names.end() ? scenario.deficits
                                       : static_cast<DeficitMode>(name - deficit_names.begin());
}

Horizon horizon_of(const Scenario& scenario, const std::string& horizon,
                   const std::string& profile) {
    return horizon_named(horizon.empty() ? horizon_text(scenario.horizon) : horizon,
                         profile.empty() ? profile_name(scenario.horizon.profile) : profile);
}

std::string world_name_of(const Scenario& scenario, const std::string& asked) {
    if (!asked.empty()) return asked;
    return scenario.world.empty() ? default_world : scenario.world;
}

DatedScenario read_dated_scenario(const std::string& file, const std::string& at) {
    DatedScenario dated{.scenario = {}, .day = {}};
    const std::optional<Date> day = parse_date(at);
    if (!at.empty() && !day) {
        throw OptionError("at is " + at + "; it must be a day written as YYYY-MM-DD.");
    }
    dated.scenario = open_scenario(file);
    if (!day) return dated;
    dated.day = {.day = at, .num_measures = dated.scenario.measures.size()};
    dated.scenario = measures_in_force(std::move(dated.scenario), *day);
    dated.day->num_in_force = dated.scenario.measures.size();
    return dated;
}

}  // namespace entente::detail
