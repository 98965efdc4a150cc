#include "entente/ensemble/draw_job.hpp"

#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

/// A scenario with something in every kind of place.
Scenario full_scenario() {
    Scenario scenario = testing::uncertain_scenario(
        {UncertainInput::trade_elasticity, UncertainInput::data_error, UncertainInput::compliance,
         UncertainInput::retaliation, UncertainInput::horizon, UncertainInput::regime});
    scenario.theta_cap = 9.0;
    scenario.file = "full.toml";
    Measure& measure = scenario.measures.front();
    measure.sectors = {"HS2022:8703"};
    measure.product_share = 0.25;
    measure.valid_from = parse_date("2025-04-02");
    measure.values.places["by"] = {{.line = 3, .character = 7}};
    scenario.retaliation = {.rule = RetaliationRule::proportional, .by = {"CCC"}, .factor = 0.5};
    scenario.uncertainty->trade_elasticity.without_se = 0.3;
    return scenario;
}

TEST(DrawJob, world_scenario_products_and_plan_come_back_as_they_were) {
    const World world = testing::world_with_errors();
    const Scenario scenario = full_scenario();
    UsProducts products;
    products.imports[{"BBB", "GDS"}] = {{"8703", 2.0}, {"8704", 6.0}};
    const DrawPlan plan{.sampler = Sampler::sobol,
                        .seed = 18446744073709551615ULL,
                        .indices = IndexLevel::kind,
                        .deficits = DeficitMode::fixed,
                        .sector_countries = {"BBB"},
                        .past = {estimate_transitions({0, 1, 2, 0}), "transactional"}};
    const DrawSolver solver(world, scenario, plan, &products);

    const OwnedSolver other(job_bytes(solver));

    EXPECT_EQ(other.solver().world().content_hash(), world.content_hash());
    EXPECT_EQ(other.solver().world().name(), world.name());
    EXPECT_EQ(other.solver().scenario(), scenario);
    // Places of a file do not count when scenarios are compared.
    EXPECT_EQ(other.solver().scenario().measures.front().place_of("by").character, 7U);
    EXPECT_EQ(other.solver().products()->imports, products.imports);
    EXPECT_EQ(other.solver().plan(), plan);
    EXPECT_EQ(other.solver().solve(5), solver.solve(5));
}

TEST(DrawJob, bytes_that_end_early_are_refused) {
    const World world = testing::world_with_errors();
    const Scenario scenario = testing::uncertain_scenario({UncertainInput::trade_elasticity});
    const std::string bytes = job_bytes(DrawSolver(world, scenario, {}));

    EXPECT_THROW(OwnedSolver(bytes.substr(0, bytes.size() - 1)), ShapeError);
}

}  // namespace
}  // namespace entente
