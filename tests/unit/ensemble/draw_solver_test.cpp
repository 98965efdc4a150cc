#include "entente/ensemble/draw_solver.hpp"

#include <gmock/gmock.h>

#include <set>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/response/solve_response.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/policy_under.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::uncertain_scenario;
using testing::world_with_errors;

TEST(DrawSolver, a_draw_is_a_plain_solve_of_a_world_with_its_elasticities) {
    const World world = world_with_errors();
    for (const DeficitMode deficits :
         {DeficitMode::balanced, DeficitMode::fixed, DeficitMode::multiplicative}) {
        const Scenario scenario = uncertain_scenario({UncertainInput::trade_elasticity});
        const DrawSolver solver(world, scenario, {.deficits = deficits});
        const double theta = solver.inputs().value(0, {.seed = 1, .draw = 3});
        WorldData data = testing::three_countries();
        data.sectors[0].trade_elasticity = theta;
        const World plain(std::move(data));
        const Baseline baseline = make_baseline(plain, {.deficits = deficits});
        const Shock shock = make_shock(plain, scenario);
        const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

        const DrawRecord record = solver.solve(3);

        ASSERT_TRUE(record.is_usable()) << record.evaluations.front().reason;
        for (std::size_t n = 0; n < 3; ++n) {
            EXPECT_EQ(record.evaluations.front().figures(n, welfare_figure),
                      100.0 * (changes[n].welfare_hat - 1.0));
        }
    }
}

// A horizon scales elasticities once: drawn ones of the long run, not those of another horizon.
TEST(DrawSolver, a_draw_of_a_horizon_is_a_plain_solve_of_the_world_at_that_horizon) {
    const World world = world_with_errors();
    Scenario scenario =
        uncertain_scenario({UncertainInput::trade_elasticity, UncertainInput::horizon});
    scenario.horizon.years = 3;
    const DrawSolver solver(world, scenario, {});
    std::set<std::pair<double, double>> met;

    for (std::uint32_t draw = 0; draw < 60; ++draw) {
        const SamplePoint point{.seed = 1, .draw = draw};
        const DrawnCase drawn = solver.inputs().draw(point);
        WorldData data = testing::three_countries();
        data.sectors[0].trade_elasticity = drawn.trade_elasticity[0];
        const World plain = at_horizon(World(std::move(data)), drawn.horizon.value());
        const Baseline baseline = make_baseline(plain);
        const Shock shock = make_shock(plain, scenario);
        const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

        const DrawRecord record = solver.solve(draw);

        ASSERT_TRUE(record.is_usable()) << record.evaluations.front().reason;
        for (std::size_t n = 0; n < 3; ++n) {
            // at_horizon multiplies theta by the same share, so that not a bit may differ.
            EXPECT_EQ(record.evaluations.front().figures(n, welfare_figure),
                      100.0 * (changes[n].welfare_hat - 1.0));
        }
        met.emplace(solver.inputs().value(1, point), solver.inputs().value(2, point));
    }
    // Three horizons under two profiles.
    EXPECT_EQ(met.size(), 6U);
}

TEST(DrawSolver, a_draw_of_a_regime_is_a_plain_solve_of_its_policy) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario({UncertainInput::regime});
    const DrawSolver solver(world, scenario, {});
    const Baseline baseline = make_baseline(world);
    std::set<std::size_t> met;

    for (std::uint32_t draw = 0; draw < 8; ++draw) {
        const std::size_t regime = solver.inputs().draw({.seed = 1, .draw = draw}).regime.value();
        const Shock shock = make_shock(world, policy_under(scenario, &scenario.regimes.at(regime)));
        const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

        const DrawRecord record = solver.solve(draw);

        EXPECT_EQ(record.evaluations.front().figures(2, welfare_figure),
                  100.0 * (changes[2].welfare_hat - 1.0));
        met.insert(regime);
    }
    EXPECT_EQ(met.size(), 2U);
}

TEST(DrawSolver, an_answer_to_the_scenario_may_fail_to_come_under_any_regime) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::retaliation, UncertainInput::regime});
    scenario.uncertainty->retaliation.probability = 0.0;
    Scenario without = scenario;
    without.measures.erase(without.measures.begin() + 1);
    const DrawSolver solver(world, scenario, {});
    const std::size_t regime = solver.inputs().draw({.seed = 1, .draw = 3}).regime.value();
    const Shock shock = make_shock(world, policy_under(without, &scenario.regimes.at(regime)));
    const Baseline baseline = make_baseline(world);
    const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

    EXPECT_EQ(solver.solve(3).evaluations.front().figures(1, welfare_figure),
              100.0 * (changes[1].welfare_hat - 1.0));
}

/// A quota of AAA on goods of BBB, of `volume`, in place of the tariffs.
Scenario with_quota(const std::string& volume) {
    Scenario scenario = uncertain_scenario({UncertainInput::trade_elasticity});
    scenario.measures = {{.kind = MeasureKind::tariff_rate_quota,
                          .by = {"AAA"},
                          .on = {"BBB"},
                          .sectors = {"GDS"},
                          .quota = volume,
                          .in_quota = "=0%",
                          .out_of_quota = "=60%"}};
    return scenario;
}

// Whose answer it is stands in the scenario, whatever rule is drawn and whatever regime rules.
TEST(DrawSolver, a_drawn_rule_is_that_of_the_scenarios_own_answer_under_any_regime) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::retaliation, UncertainInput::regime});
    scenario.measures.resize(1);
    scenario.retaliation = {.rule = RetaliationRule::none, .by = {"BBB"}, .against = {"AAA"}};
    scenario.uncertainty->retaliation = {
        .by = {}, .rules = {RetaliationRule::none, RetaliationRule::reciprocal}};
    const DrawSolver solver(world, scenario, {});
    const Baseline baseline = make_baseline(world);
    std::set<std::pair<RetaliationRule, std::size_t>> met;

    for (std::uint32_t draw = 0; draw < 16; ++draw) {
        const DrawnCase drawn = solver.inputs().draw({.seed = 1, .draw = draw});
        Scenario plain = scenario;
        plain.retaliation.rule = drawn.rule.value();
        const PolicyRegime& regime = scenario.regimes.at(drawn.regime.value());
        plain.measures.insert(plain.measures.end(), regime.measures.begin(), regime.measures.end());
        const Shock shock = make_shock(world, plain);
        const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

        EXPECT_EQ(solver.solve(draw).evaluations.front().figures(0, welfare_figure),
                  100.0 * (changes[0].welfare_hat - 1.0));
        met.emplace(*drawn.rule, *drawn.regime);
    }
    EXPECT_EQ(met.size(), 4U);
}

TEST(DrawSolver, rules_that_do_not_go_with_a_quota_are_refused_before_the_draws) {
    const World world = world_with_errors();
    Scenario scenario = with_quota("90%");
    scenario.retaliation = {.rule = RetaliationRule::none, .by = {"BBB"}, .against = {"AAA"}};
    scenario.uncertainty->vary = {UncertainInput::retaliation};
    scenario.uncertainty->retaliation = {
        .by = {}, .rules = {RetaliationRule::none, RetaliationRule::optimal}};

    EXPECT_THROW(DrawSolver(world, scenario, {}), DataError);
}

TEST(DrawSolver, codes_of_a_regime_that_the_world_does_not_know_are_met_before_the_draws) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::regime});
    scenario.regimes[1].measures[0].on = {"ZZZ"};

    EXPECT_THROW(DrawSolver(world, scenario, {}), DataError);
}

TEST(DrawSolver, a_draw_with_a_quota_is_a_plain_solve_with_its_elasticities) {
    const World world = world_with_errors();
    for (const auto& [volume, regime] :
         {std::pair{"2%", QuotaRegime::out_of_quota}, std::pair{"90%", QuotaRegime::binding},
          std::pair{"500%", QuotaRegime::in_quota}}) {
        const Scenario scenario = with_quota(volume);
        const DrawSolver solver(world, scenario, {});
        WorldData data = testing::three_countries();
        data.sectors[0].trade_elasticity = solver.inputs().value(0, {.seed = 1, .draw = 3});
        const World plain(std::move(data));
        const Baseline baseline = make_baseline(plain);
        Workspace workspace(baseline);
        const Response found = solve_response(baseline, make_shock(plain, scenario), {}, workspace);
        const auto changes = country_changes(baseline, found.shock, found.equilibrium);

        const Evaluation draw = solver.solve(3).evaluations.front();

        ASSERT_TRUE(draw.is_usable) << draw.reason;
        for (std::size_t n = 0; n < 3; ++n) {
            EXPECT_EQ(draw.figures(n, welfare_figure), 100.0 * (changes[n].welfare_hat - 1.0));
        }
        ASSERT_EQ(draw.response.quotas.size(), 1U);
        EXPECT_EQ(draw.response.quotas[0].regime, regime) << volume;
        EXPECT_EQ(draw.response.quotas[0].fill_rate, found.quotas[0].fill_rate);
        EXPECT_EQ(draw.response.quotas[0].rent, found.quotas[0].rent);
        EXPECT_EQ(draw.response.num_solves, found.num_solves);
    }
}

TEST(DrawSolver, tariffs_are_chosen_anew_in_every_draw) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::trade_elasticity});
    scenario.measures.resize(1);
    scenario.retaliation = {
        .rule = RetaliationRule::optimal, .by = {"BBB"}, .against = {"AAA"}, .sectors = {"GDS"}};
    const DrawSolver solver(world, scenario, {});
    const auto response = [&](std::uint32_t draw) {
        const Evaluation evaluation = solver.solve(draw).evaluations.front();
        EXPECT_TRUE(evaluation.is_usable) << evaluation.reason;
        return evaluation.response;
    };

    const auto theta = [&](std::uint32_t draw) {
        return solver.inputs().value(0, {.seed = 1, .draw = draw});
    };
    const std::uint32_t less_elastic = theta(0) < theta(1) ? 0 : 1;

    const ResponseRecord high = response(less_elastic);
    const ResponseRecord low = response(1 - less_elastic);

    ASSERT_EQ(high.chosen.size(), 1U);
    EXPECT_EQ(high.chosen[0].party, "BBB");
    // Less elastic trade bears a higher tariff.
    EXPECT_GT(high.chosen[0].rate, low.chosen[0].rate);
    EXPECT_GT(low.chosen[0].rate, 0.0);
    EXPECT_LT(high.largest_gain, 1e-6);
    EXPECT_GT(high.num_solves, 5U);
}

TEST(DrawSolver, balanced_baseline_depends_on_theta) {
    const World world(testing::three_countries());
    const Baseline low = make_baseline(world, {.trade_elasticity = {2.0, 5.0}});
    const Baseline high = make_baseline(world, {.trade_elasticity = {8.0, 5.0}});

    // Deficits are taken out at each draw's own theta: a baseline cannot be lent to another theta.
    EXPECT_NE(low.trade_share, high.trade_share);
}

TEST(DrawSolver, group_is_the_weighted_mean_of_its_members) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario({UncertainInput::retaliation});
    const DrawSolver solver(world, scenario, {});
    const auto weight = make_baseline(world).value_added;

    const Array2<double> figures = solver.solve(0).evaluations.front().figures;

    ASSERT_EQ(solver.entities().size(), 4U);
    EXPECT_EQ(solver.entities()[3].code, "DUO");
    const double mean =
        (weight[0] * figures(0, 0) + weight[1] * figures(1, 0)) / (weight[0] + weight[1]);
    EXPECT_NEAR(figures(3, 0), mean, 1e-12);
}

TEST(DrawSolver, an_answer_that_does_not_come_leaves_the_other_measures) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::retaliation});
    scenario.uncertainty->retaliation.probability = 0.0;
    Scenario without = scenario;
    without.measures.erase(without.measures.begin() + 1);
    const Baseline baseline = make_baseline(world);
    const Shock shock = make_shock(world, without);
    const auto changes = country_changes(baseline, shock, solve_equilibrium(baseline, shock));

    const DrawRecord record = DrawSolver(world, scenario, {}).solve(0);

    EXPECT_EQ(record.evaluations.front().figures(1, 0), 100.0 * (changes[1].welfare_hat - 1.0));
}

TEST(DrawSolver, flow_errors_change_the_baseline_of_a_draw_alone) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario({UncertainInput::data_error});
    const DrawSolver solver(world, scenario, {});

    EXPECT_EQ(solver.solve(1), solver.solve(1));
    EXPECT_NE(solver.solve(1).evaluations, solver.solve(2).evaluations);
}

TEST(DrawSolver, a_draw_without_a_solution_is_kept_with_its_reason) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::retaliation});
    // Nobody may sell goods to CCC any more, itself included: it makes none.
    WorldData data = testing::three_countries();
    for (std::size_t n = 0; n < 3; ++n) data.trade_flow(2, n, 0) = 0.0;
    data.gross_output(2, 0) = 0.0;
    const World without_goods(std::move(data));
    scenario.uncertainty->retaliation.probability = 1.0;
    scenario.measures[1] = {
        .kind = MeasureKind::import_ban, .by = {"CCC"}, .on = {"*"}, .sectors = {"GDS"}};
    // The ban stops what the export control limits: together they would contradict each other.
    scenario.measures.pop_back();

    const DrawRecord record = DrawSolver(without_goods, scenario, {}).solve(0);

    EXPECT_FALSE(record.is_usable());
    EXPECT_THAT(record.evaluations.front().reason, HasSubstr("CCC"));
    EXPECT_TRUE(record.evaluations.front().figures.empty());
}

TEST(DrawSolver, indices_need_a_solve_for_each_factor_and_two_samples) {
    const World world = world_with_errors();
    Scenario scenario =
        uncertain_scenario({UncertainInput::trade_elasticity, UncertainInput::compliance});
    scenario.uncertainty->trade_elasticity.without_se = 0.2;
    const DrawSolver by_kind(world, scenario, {.indices = IndexLevel::kind});
    const DrawSolver by_input(world, scenario, {.indices = IndexLevel::input});
    const auto names = [](const DrawSolver& solver) {
        std::vector<std::string> list;
        for (const Factor& factor : solver.factors()) list.push_back(factor.name);
        return list;
    };

    EXPECT_THAT(names(by_kind), ElementsAre("trade_elasticity", "compliance"));
    EXPECT_THAT(names(by_input),
                ElementsAre("trade_elasticity GDS", "trade_elasticity SRV", "compliance 3"));
    const DrawRecord record = by_kind.solve(0);
    ASSERT_EQ(record.evaluations.size(), 4U);
    EXPECT_EQ(record.evaluations[2].figures.columns(), 1U);
    EXPECT_NE(record.evaluations[2].figures(0, 0), record.evaluations[0].figures(0, 0));
}

TEST(DrawSolver, output_by_sector_is_that_of_the_solve_for_the_countries_named) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario({UncertainInput::compliance});
    const DrawSolver solver(world, scenario,
                            {.indices = IndexLevel::kind, .sector_countries = {"CCC", "AAA"}});

    const DrawRecord record = solver.solve(3);

    Scenario drawn = scenario;
    drawn.measures = *solver.inputs().draw({.seed = 1, .draw = 3}).measures;
    const Baseline baseline = make_baseline(world);
    const Equilibrium solved = solve_equilibrium(baseline, make_shock(world, drawn));
    const Equilibrium before = solve_equilibrium(baseline);
    const Array2<double>& output = record.evaluations.front().sector_output;
    ASSERT_EQ(output.rows(), 2U);
    for (std::size_t s = 0; s < 2; ++s) {
        const double hat = solved.gross_output_new(2, s) / before.gross_output_new(2, s) /
                           solved.unit_cost_hat(2, s);
        // The base is solved to 1e-10 and summed in another order.
        EXPECT_NEAR(output(0, s), 100.0 * (hat - 1.0), 1e-7);
    }
    EXPECT_TRUE(record.evaluations[1].sector_output.empty());
    EXPECT_THROW(DrawSolver(world, scenario, {.sector_countries = {"XXX"}}), OptionError);
}

TEST(DrawSolver, a_draw_answers_by_the_rule_it_drew) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::retaliation});
    scenario.measures.erase(scenario.measures.begin() + 1);
    scenario.retaliation.by = {"BBB"};
    scenario.uncertainty->retaliation = {
        .rules = {RetaliationRule::none, RetaliationRule::reciprocal}};
    const DrawSolver solver(world, scenario, {});

    std::set<double> places;
    for (std::uint32_t draw = 0; draw < 8; ++draw) {
        const double place = solver.inputs().value(0, {.seed = 1, .draw = draw});
        Scenario fixed = scenario;
        fixed.uncertainty->vary = {UncertainInput::compliance};
        fixed.uncertainty->compliance = {.low = 1.0, .high = 1.0};
        fixed.retaliation.rule = place == 0.0 ? RetaliationRule::none : RetaliationRule::reciprocal;
        places.insert(place);
        EXPECT_EQ(solver.solve(draw).evaluations,
                  DrawSolver(world, fixed, {}).solve(0).evaluations);
    }
    EXPECT_EQ(places.size(), 2U);
}

TEST(DrawSolver, products_weigh_in_every_draw) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::compliance});
    scenario.measures.front().sectors = {"HS2022:8703"};
    UsProducts products;
    products.imports[{"BBB", "GDS"}] = {{"8703", 1.0}, {"8704", 3.0}};
    UsProducts more = products;
    more.imports[{"BBB", "GDS"}]["8703"] = 9.0;
    const auto welfare = [&](const UsProducts& share) {
        return DrawSolver(world, scenario, {}, &share).solve(2).evaluations.front().figures(0, 0);
    };

    EXPECT_NE(welfare(products), welfare(more));
}

}  // namespace
}  // namespace entente
