// Every scenario that comes with the program fits its world and can be solved.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/response/chosen_tariffs.hpp"
#include "entente/model/response/quotas.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

const std::filesystem::path root = ENTENTE_SOURCE_DIR;

std::vector<std::string> shipped_scenarios() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "scenarios")) {
        if (!entry.is_regular_file()) continue;
        names.push_back(entry.path().lexically_relative(root / "scenarios").generic_string());
    }
    std::ranges::sort(names);
    return names;
}

const World& world_named(const std::string& name) {
    static std::map<std::string, World> worlds;
    const auto found = worlds.find(name);
    if (found != worlds.end()) return found->second;
    return worlds.emplace(name, read_tidy_folder(root / "data" / name)).first->second;
}

Equilibrium solve(const Baseline& baseline, const Shock& shock, double tolerance) {
    const SolveOptions options{.tolerance = tolerance};
    if (shock.chosen) {
        Workspace workspace(baseline);
        const ChosenSolution found = solve_chosen_tariffs(baseline, shock, options, workspace);
        // Nobody gains by another tariff, but for the rounding of two solves.
        EXPECT_LT(found.best_deviation.gain, 1e-8) << found.best_deviation.party;
        return found.equilibrium;
    }
    if (shock.quotas.empty()) return solve_equilibrium(baseline, shock, options);
    return solve_quotas(
               baseline, shock,
               [&](const Shock& given) { return solve_equilibrium(baseline, given, options); })
        .equilibrium;
}

class ShippedScenario : public ::testing::TestWithParam<std::string> {};

TEST_P(ShippedScenario, fits_its_world_and_is_solved) {
    ASSERT_TRUE(GetParam().ends_with(".toml"));
    const Scenario scenario = read_scenario(root / "scenarios" / GetParam());
    const World& world = world_named(scenario.world);
    const UsProducts products = read_us_products(read_layer_folder(root / "data/us-products"));
    const Baseline baseline = make_baseline(world, {.deficits = scenario.deficits});

    const Equilibrium solved =
        solve(baseline, make_shock(world, scenario, &products), scenario.tolerance);

    EXPECT_TRUE(solved.is_usable()) << solved.message;
    EXPECT_LT(solved.walras, 1e-8);
    EXPECT_TRUE(!scenario.measures.empty() || !scenario.regimes.empty() ||
                is_chosen(scenario.retaliation.rule));
}

INSTANTIATE_TEST_SUITE_P(Scenarios, ShippedScenario, ::testing::ValuesIn(shipped_scenarios()),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::ranges::replace_if(
                                 name, [](unsigned char letter) { return !std::isalnum(letter); },
                                 '_');
                             return name;
                         });

}  // namespace
}  // namespace entente
