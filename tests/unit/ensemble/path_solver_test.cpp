#include "entente/ensemble/path_solver.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

constexpr const char* swings = R"(title = "Swings"
[path]
from = 2022
regime = "calm"
risk_response = 0.5
[[measure]]
kind = "tariff"
by = "CCC"
on = "AAA"
change = "+30pp"
valid_from = 2023-06-30
valid_until = 2024-11-30
[[regime]]
name = "calm"
next = { calm = 0.5, confrontational = 0.5 }
[[regime]]
name = "confrontational"
next = { calm = 0.2, confrontational = 0.8 }
)";

Scenario scenario_with_regimes() {
    Scenario scenario = parse_scenario(swings, "swings.toml");
    scenario.regimes[1].measures.push_back(
        {.kind = MeasureKind::tariff, .by = {"BBB"}, .on = {"AAA"}, .change = "+20pp"});
    return scenario;
}

PathPlan plan_to(int until) {
    return {.until = until, .poles = {std::vector<std::size_t>{0}, std::vector<std::size_t>{1}}};
}

TEST(PathSolver, years_begin_with_the_base_and_policies_with_theirs) {
    const World world(testing::three_countries());
    const Scenario scenario = scenario_with_regimes();
    const PathSolver solver(world, scenario, plan_to(2026));

    const RegimePath regimes = solver.regimes(5);

    EXPECT_EQ(solver.years().front(), 2020);
    EXPECT_EQ(solver.years().size(), 7U);
    EXPECT_FALSE(regimes[1]);
    EXPECT_EQ(regimes[2], 0U);
}

TEST(PathSolver, draws_depend_on_their_number_and_seed_alone) {
    const World world(testing::three_countries());
    const Scenario scenario = scenario_with_regimes();
    const PathSolver solver(world, scenario, plan_to(2040));
    PathPlan other = plan_to(2040);
    other.seed = 2;

    EXPECT_EQ(solver.regimes(3), PathSolver(world, scenario, plan_to(2040)).regimes(3));
    EXPECT_NE(solver.regimes(3), PathSolver(world, scenario, other).regimes(3));
    EXPECT_EQ(solver.solve(3).figures.back()(2, 0), solver.solve(3).figures.back()(2, 0));
}

// The chance of calm in the year after the first is one half: 2000 draws, four standard errors.
TEST(PathSolver, regimes_follow_the_chances) {
    const World world(testing::three_countries());
    const Scenario scenario = scenario_with_regimes();
    const PathSolver solver(world, scenario, plan_to(2024));
    double calm = 0.0;
    for (std::uint32_t d = 0; d < 2000; ++d) calm += solver.regimes(d)[3] == 0U ? 1.0 : 0.0;

    EXPECT_NEAR(calm / 2000.0, 0.5, 0.045);
}

// The measure is in force on the last day of 2023 alone.
TEST(PathSolver, dated_measures_count_in_the_years_they_end_in_force) {
    const World world(testing::three_countries());
    const Scenario scenario = scenario_with_regimes();
    const PathSolver solver(world, scenario, plan_to(2025));

    const PathRecord record = solver.solve(solver.without_regimes());

    ASSERT_TRUE(record.is_usable()) << record.reason;
    ASSERT_EQ(record.figures.size(), 6U);
    EXPECT_NEAR(record.figures[2](2, 0), 0.0, 1e-8);
    EXPECT_GT(std::abs(record.figures[3](2, 0)), 1e-3);
    EXPECT_LT(std::abs(record.figures[5](2, 0)), std::abs(record.figures[3](2, 0)));
}

TEST(PathSolver, with_all_buyers_choosing_a_year_is_a_plain_solve) {
    const World world(testing::three_countries());
    Scenario scenario = scenario_with_regimes();
    scenario.path->zeta = 1.0;
    const PathSolver solver(world, scenario, plan_to(2023));
    const Baseline baseline = make_baseline(world);
    const Shock shock = make_shock(world, scenario);
    const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

    const PathRecord record = solver.solve(solver.without_regimes());

    for (std::size_t n = 0; n < 3; ++n) {
        EXPECT_NEAR(record.figures[3](n, 0), 100.0 * (changes[n].welfare_hat - 1.0), 1e-7);
    }
}

// [eq:sourcing-rate-risk]  .3 (1 + .5 .8) = .42 and .3 (1 + .5 .5) = .375
TEST(PathSolver, buyers_leave_faster_when_they_fear_confrontation) {
    const World world(testing::three_countries());
    const Scenario scenario = scenario_with_regimes();
    const PathSolver solver(world, scenario, plan_to(2023));

    EXPECT_NEAR(solver.rate_under(1), 0.42, 1e-15);
    EXPECT_NEAR(solver.rate_under(0), 0.375, 1e-15);
    EXPECT_EQ(solver.rate_under(std::nullopt), 0.3);
}

TEST(PathSolver, refuses_years_and_regimes_that_make_no_sense) {
    const World world(testing::three_countries());
    Scenario scenario = scenario_with_regimes();
    EXPECT_THROW(PathSolver(world, scenario, plan_to(2021)), OptionError);
    scenario.path->from = 2020;
    EXPECT_THROW(PathSolver(world, scenario, plan_to(2030)), OptionError);

    Scenario without_chances = scenario_with_regimes();
    for (PolicyRegime& regime : without_chances.regimes) regime.next.clear();
    PathPlan plan = plan_to(2030);
    plan.past.transitions = estimate_transitions({0, 1, 2});
    try {
        const PathSolver solver(world, without_chances, plan);
        FAIL();
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), HasSubstr("cooperative, transactional, confrontational"));
    }
    Scenario unknown = scenario_with_regimes();
    unknown.path->regime = "";
    EXPECT_THROW(PathSolver(world, unknown, plan_to(2030)), OptionError);
    Scenario no_confrontation = scenario_with_regimes();
    no_confrontation.regimes[1].name = "hostile";
    for (PolicyRegime& regime : no_confrontation.regimes) {
        regime.next["hostile"] = regime.next["confrontational"];
    }
    EXPECT_THROW(PathSolver(world, no_confrontation, plan_to(2030)), OptionError);
}

}  // namespace
}  // namespace entente
