#include "entente/study/policy/dated_scenario.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/problem_order.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/measures_in_force.hpp"
#include "entente/scenario/policy_under.hpp"
#include "entente/scenario/products.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/scenario/unknown_codes.hpp"
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

std::optional<UsProducts> products_for(const WorldCatalog& worlds, const Scenario& scenario) {
    if (!names_products(scenario)) return std::nullopt;
    return read_us_products(open_layer(worlds, "us-products"));
}

/// Says of a scenario with mistakes of form what its world says of it too.
[[noreturn]] void refuse_draft(const WorldCatalog& worlds, const ScenarioChoice& choice,
                               const Scenario& draft, Problems& problems) {
    try {
        const World world = worlds.open(world_name_of(draft, choice.world));
        const std::optional<UsProducts> products = products_for(worlds, draft);
        report_unknown_codes(world, draft, products ? &*products : nullptr, problems);
    } catch (const Error&) {
        // Without a world there is nothing to look codes up in; the form is refused all the same.
    }
    throw DataError(by_place(problems));
}

/// The scenario with what of its own measures is in force at the end of each year of the path, as
/// regimes meet them; every set once.
/// @param is_of_a_day  the measures of one day alone have been chosen already.
std::vector<Scenario> policies_over_years(const Scenario& scenario, const World& world,
                                          bool is_of_a_day) {
    if (is_of_a_day || !scenario.path) return {scenario};
    std::vector<Scenario> policies;
    const int from = scenario.path->from.value_or(world.base_year() + 1);
    const int until = std::max(from, scenario.path->until.value_or(from));
    for (int year = from; year <= until; ++year) {
        Scenario policy = measures_in_force(scenario, last_day_of(year));
        const bool is_new = std::ranges::none_of(
            policies, [&](const Scenario& known) { return known.measures == policy.measures; });
        if (is_new) policies.push_back(std::move(policy));
    }
    return policies;
}

template <class Task>
void collect(Problems& problems, Task&& task) {
    try {
        task();
    } catch (const DataError& error) {
        for (const Problem& problem : error.problems()) {
            // A measure of several years or regimes is at fault once.
            if (std::ranges::find(problems.found(), problem) == problems.found().end()) {
                problems.add(problem);
            }
        }
    }
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

PlacedScenario place_scenario(const WorldCatalog& worlds, const ScenarioChoice& choice) {
    const std::optional<Date> day = day_of(choice.at);
    Problems problems;
    DatedScenario dated =
        on_day(choice.copy.empty() ? draft_scenario(choice.file, problems)
                                   : draft_scenario(choice.copy, choice.file, problems),
               choice.at, day);
    if (!problems.empty()) refuse_draft(worlds, choice, dated.scenario, problems);
    World world = worlds.open(world_name_of(dated.scenario, choice.world));
    PlacedScenario placed{
        .dated = std::move(dated), .world = std::move(world), .products = {}, .shock = {}};
    const Scenario& scenario = placed.dated.scenario;
    placed.products = products_for(worlds, scenario);
    const UsProducts* products = placed.products_or_none();
    collect(problems, [&] { placed.shock = make_shock(placed.world, scenario, products); });
    for (const Scenario& own : policies_over_years(scenario, placed.world, day.has_value())) {
        for (const PolicyRegime& regime : scenario.regimes) {
            const Scenario policy = policy_under(own, &regime);
            collect(problems, [&] { make_shock(placed.world, policy, products); });
        }
    }
    throw_by_place(problems);
    return placed;
}

}  // namespace entente::detail
