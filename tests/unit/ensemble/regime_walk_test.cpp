#include "entente/ensemble/regime_walk.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/ensemble/path_solver.hpp"
#include "entente/ensemble/uncertain_inputs.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

using testing::uncertain_scenario;
using testing::world_with_errors;

/// Regimes that take their chances from the history, in another order than there.
Scenario with_history() {
    Scenario scenario = uncertain_scenario({UncertainInput::regime});
    scenario.path->regime.clear();
    scenario.regimes = {{.name = "confrontational", .measures = scenario.regimes[1].measures},
                        {.name = "cooperative"},
                        {.name = "transactional"}};
    return scenario;
}

RegimePast past() {
    return {estimate_transitions({0, 0, 1, 2, 2, 0, 0, 1}), "transactional"};
}

TEST(RegimeWalk, a_longer_walk_begins_with_the_shorter_one) {
    for (const Scenario& scenario :
         {uncertain_scenario({UncertainInput::regime}), with_history()}) {
        const RegimeWalk walk(scenario, past());
        const SamplePoint point{.seed = 4, .draw = 7};

        const auto ten = walk.regimes(point, 10);
        auto twenty = walk.regimes(point, 20);

        twenty.resize(10);
        EXPECT_EQ(ten, twenty);
        EXPECT_EQ(scenario.regimes[ten.front()].name, walk.first_regime());
    }
}

// Calm after one year 1/2, after two 1/2 1/2 + 1/2 1/4 = 3/8; four standard errors of 4,000 draws.
TEST(RegimeWalk, years_have_the_chances_of_the_powers_of_the_chain) {
    const Scenario scenario = uncertain_scenario({UncertainInput::regime});
    const RegimeWalk walk(scenario, {});
    double calm_after_one = 0.0;
    double calm_after_two = 0.0;

    for (std::uint32_t d = 0; d < 4000; ++d) {
        const auto regimes = walk.regimes({.seed = 1, .draw = d}, 3);
        calm_after_one += regimes[1] == 0 ? 1.0 / 4000.0 : 0.0;
        calm_after_two += regimes[2] == 0 ? 1.0 / 4000.0 : 0.0;
    }

    EXPECT_NEAR(calm_after_one, 0.5, 0.032);
    EXPECT_NEAR(calm_after_two, 0.375, 0.031);
}

TEST(RegimeWalk, a_draw_of_an_ensemble_has_the_regime_of_that_year_on_its_path) {
    const World world = world_with_errors();
    for (const Scenario& scenario :
         {uncertain_scenario({UncertainInput::regime}), with_history()}) {
        const UncertainInputs inputs(world, scenario, Sampler::philox, past());
        const PathSolver path(world, scenario,
                              {.seed = 6,
                               .until = 2025,
                               .poles = {std::vector<std::size_t>{0}, std::vector<std::size_t>{1}},
                               .past = past()});

        for (std::uint32_t d = 0; d < 50; ++d) {
            EXPECT_EQ(inputs.draw({.seed = 6, .draw = d}).regime, path.regimes(d).back());
        }
    }
}

TEST(RegimeWalk, two_scenarios_with_the_same_chain_meet_the_same_regimes) {
    const Scenario one = uncertain_scenario({UncertainInput::regime});
    Scenario other = one;
    other.measures.clear();
    other.regimes[1].measures[0].change = "+40pp";
    const SamplePoint point{.seed = 9, .draw = 3};

    EXPECT_EQ(RegimeWalk(one, {}).regimes(point, 15), RegimeWalk(other, {}).regimes(point, 15));
}

TEST(RegimeWalk, a_history_of_other_regimes_is_refused) {
    Scenario scenario = uncertain_scenario({UncertainInput::regime});
    for (PolicyRegime& regime : scenario.regimes) regime.next.clear();

    EXPECT_THROW(RegimeWalk(scenario, past()), OptionError);
}

}  // namespace
}  // namespace entente
