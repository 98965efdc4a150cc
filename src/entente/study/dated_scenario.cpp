#include "entente/study/dated_scenario.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/scenario/measures_in_force.hpp"
#include "entente/scenario/products.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente::detail {
namespace {

std::optional<Date> day_of(const std::string& at) {
    const std::optional<Date> day = parse_date(at);
    if (!at.empty() && !day) {
        throw OptionError("at is " + at + "; it must be a day written as YYYY-MM-DD.");
    }
    return day;
}

DatedScenario on_day(Scenario scenario, const std::string& at, const std::optional<Date>& day) {
    DatedScenario dated{.scenario = std::move(scenario), .day = {}};
    if (!day) return dated;
    dated.day = {.day = at, .num_measures = dated.scenario.measures.size()};
    dated.scenario = measures_in_force(std::move(dated.scenario), *day);
    dated.day->num_in_force = dated.scenario.measures.size();
    return dated;
}

}  // namespace

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
    const std::optional<Date> day = day_of(at);
    return on_day(open_scenario(file), at, day);
}

DatedScenario parse_dated_scenario(const std::string& text, const std::string& file,
                                   const std::string& at) {
    const std::optional<Date> day = day_of(at);
    return on_day(parse_scenario(text, file), at, day);
}

std::optional<UsProducts> products_for(const WorldCatalog& worlds, const Scenario& scenario) {
    if (!names_products(scenario)) return std::nullopt;
    return read_us_products(open_layer(worlds, "us-products"));
}

}  // namespace entente::detail
