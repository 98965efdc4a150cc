#include "entente/ensemble/uncertain_inputs.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "entente/base/error.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using testing::uncertain_scenario;
using testing::world_with_errors;

constexpr auto all_kinds = {UncertainInput::trade_elasticity, UncertainInput::data_error,
                            UncertainInput::compliance, UncertainInput::retaliation};

std::vector<std::string> names_of(const UncertainInputs& inputs) {
    std::vector<std::string> names;
    for (const InputQuantity& quantity : inputs.quantities()) names.push_back(quantity.name);
    return names;
}

ProblemKind problem_of(const World& world, const Scenario& scenario) {
    try {
        const UncertainInputs inputs(world, scenario, Sampler::philox);
    } catch (const DataError& error) {
        return error.problems().front().kind;
    }
    return ProblemKind::file_missing;
}

struct Moments {
    double mean = 0.0;
    double deviation = 0.0;
};

Moments moments_of(const UncertainInputs& inputs, std::size_t k, Sampler sampler) {
    constexpr std::uint32_t count = 4096;
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint32_t d = 0; d < count; ++d) {
        const double x = inputs.value(k, {.sampler = sampler, .seed = 5, .draw = d});
        sum += x / count;
        squares += x * x / count;
    }
    return {sum, std::sqrt(squares - sum * sum)};
}

TEST(UncertainInputs, every_uncertain_number_has_a_name) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario(all_kinds);

    const UncertainInputs inputs(world, scenario, Sampler::philox);

    EXPECT_THAT(names_of(inputs), ElementsAre("trade_elasticity GDS", "compliance 3",
                                              "retaliation BBB", "data_error"));
    EXPECT_THAT(inputs.fixed_sectors(), ElementsAre("SRV"));
}

TEST(UncertainInputs, theta_has_the_mean_and_the_standard_error_of_the_world) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::trade_elasticity});
    scenario.uncertainty->trade_elasticity.without_se = 0.2;

    for (const auto distribution :
         {ElasticityDistribution::lognormal, ElasticityDistribution::uniform}) {
        scenario.uncertainty->trade_elasticity.distribution = distribution;
        const UncertainInputs inputs(world, scenario, Sampler::sobol);
        for (const Sampler sampler : {Sampler::philox, Sampler::sobol}) {
            const Moments goods = moments_of(inputs, 0, sampler);
            const Moments services = moments_of(inputs, 1, sampler);

            // Five standard errors of 4,096 draws; that of a deviation is a little above
            // 1/sqrt(2N).
            EXPECT_NEAR(goods.mean, 4.0, 5.0 / 64.0);
            EXPECT_NEAR(goods.deviation, 1.0, 5.0 / 80.0);
            // A fifth of 5.
            EXPECT_NEAR(services.mean, 5.0, 5.0 / 64.0);
            EXPECT_NEAR(services.deviation, 1.0, 5.0 / 80.0);
        }
    }
}

TEST(UncertainInputs, a_draw_meets_the_same_luck_whatever_else_varies) {
    const World world = world_with_errors();
    const Scenario few = uncertain_scenario({UncertainInput::retaliation});
    const Scenario many = uncertain_scenario(all_kinds);
    const UncertainInputs of_few(world, few, Sampler::philox);
    const UncertainInputs of_many(world, many, Sampler::philox);

    for (std::uint32_t d = 0; d < 20; ++d) {
        EXPECT_EQ(of_few.value(0, {.draw = d}), of_many.value(2, {.draw = d}));
    }
}

TEST(UncertainInputs, answers_come_or_do_not_and_controls_are_obeyed_in_part) {
    const World world = world_with_errors();
    const Scenario scenario =
        uncertain_scenario({UncertainInput::compliance, UncertainInput::retaliation});
    const UncertainInputs inputs(world, scenario, Sampler::philox);
    int num_answers = 0;

    for (std::uint32_t d = 0; d < 400; ++d) {
        const DrawnCase drawn = inputs.draw({.draw = d});
        ASSERT_TRUE(drawn.measures.has_value());
        const double share = drawn.measures->back().share;
        // Half of the varieties, of which half to all are stopped.
        EXPECT_GE(share, 0.25);
        EXPECT_LE(share, 0.5);
        num_answers += drawn.measures->size() == 3 ? 1 : 0;
    }

    EXPECT_NEAR(num_answers, 200, 50);
}

TEST(UncertainInputs, flow_errors_follow_the_quality_mark_and_keep_the_mean) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::data_error});
    scenario.uncertainty->data_error = {.observed = 0.0, .scaled = 0.1, .estimated = 0.3};
    const UncertainInputs inputs(world, scenario, Sampler::philox);
    constexpr int count = 4000;
    double mean = 0.0;

    for (std::uint32_t d = 0; d < count; ++d) {
        const DrawnCase drawn = inputs.draw({.draw = d});
        EXPECT_EQ(drawn.flow_factor(0, 1, 0), 1.0);
        mean += drawn.flow_factor(2, 0, 0) / count;
    }

    EXPECT_NEAR(mean, 1.0, 5.0 * 0.31 / std::sqrt(count));
}

TEST(UncertainInputs, second_sample_is_another_one) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario(all_kinds);
    const UncertainInputs inputs(world, scenario, Sampler::philox);
    const DrawnCase first = inputs.draw({});
    const DrawnCase mixed = inputs.draw({}, {true, false, false, false});
    const DrawnCase flows = inputs.draw({}, {false, false, false, true});

    EXPECT_NE(mixed.trade_elasticity[0], first.trade_elasticity[0]);
    EXPECT_EQ(mixed.flow_factor, first.flow_factor);
    EXPECT_EQ(mixed.measures, first.measures);
    EXPECT_EQ(flows.trade_elasticity, first.trade_elasticity);
    EXPECT_NE(flows.flow_factor, first.flow_factor);
}

TEST(UncertainInputs, each_rule_of_retaliation_is_as_likely) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::retaliation});
    scenario.uncertainty->retaliation = {.rules = {RetaliationRule::none,
                                                   RetaliationRule::proportional,
                                                   RetaliationRule::reciprocal}};
    const UncertainInputs inputs(world, scenario, Sampler::philox);
    constexpr std::uint32_t num_draws = 3000;

    std::array<double, 3> counts{};
    for (std::uint32_t draw = 0; draw < num_draws; ++draw) {
        const DrawnCase drawn = inputs.draw({.seed = 5, .draw = draw});
        EXPECT_FALSE(drawn.measures);
        counts[static_cast<std::size_t>(*drawn.rule)] += 1.0;
    }

    EXPECT_EQ(inputs.quantities().front().name, "retaliation rule");
    // Five standard deviations of a count of 1,000: sqrt(3,000 / 3 * 2 / 3) = 26.
    for (const double count : counts) EXPECT_NEAR(count, 1000.0, 130.0);
}

TEST(UncertainInputs, horizons_and_profiles_come_with_their_chances) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario({UncertainInput::horizon});
    for (const Sampler sampler : {Sampler::philox, Sampler::sobol}) {
        const UncertainInputs inputs(world, scenario, sampler);
        std::map<std::pair<std::string, std::string>, double> counts;

        for (std::uint32_t draw = 0; draw < 4096; ++draw) {
            const DrawnCase drawn = inputs.draw({.sampler = sampler, .seed = 5, .draw = draw});
            counts[{horizon_text(*drawn.horizon), profile_name(drawn.horizon->profile)}] += 1.0;
        }

        EXPECT_THAT(names_of(inputs), ElementsAre("horizon years", "horizon profile"));
        EXPECT_EQ(counts.size(), 6U);
        // Half of a half of 4,096, and five standard deviations, sqrt(4,096 / 4 * 3 / 4) = 28.
        for (const std::string profile : {"standard", "slow"}) {
            EXPECT_NEAR((counts[{"1", profile}]), 512.0, 110.0);
            EXPECT_NEAR((counts[{"5", profile}]), 1024.0, 140.0);
            EXPECT_NEAR((counts[{"long", profile}]), 512.0, 110.0);
        }
    }
}

TEST(UncertainInputs, a_profile_alone_keeps_the_horizon_of_the_scenario) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::horizon});
    scenario.horizon.years = 3;
    scenario.uncertainty->horizon.years.clear();

    const DrawnCase drawn = UncertainInputs(world, scenario, Sampler::philox).draw({});

    EXPECT_EQ(drawn.horizon->years, 3);
}

TEST(UncertainInputs, choices_have_numbers_and_words) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario(
        {UncertainInput::retaliation, UncertainInput::horizon, UncertainInput::regime});
    scenario.uncertainty->retaliation = {
        .rules = {RetaliationRule::none, RetaliationRule::reciprocal}};
    const UncertainInputs inputs(world, scenario, Sampler::philox);

    EXPECT_THAT(names_of(inputs),
                ElementsAre("retaliation rule", "horizon years", "horizon profile", "regime"));
    EXPECT_EQ(inputs.word(0, 1.0), "reciprocal");
    EXPECT_EQ(inputs.word(1, 5.0), "");
    EXPECT_EQ(inputs.word(1, std::numeric_limits<double>::infinity()), "long");
    EXPECT_EQ(inputs.word(2, 1.0), "slow");
    EXPECT_EQ(inputs.word(3, 1.0), "hostile");
    for (const InputQuantity& quantity : inputs.quantities()) EXPECT_TRUE(quantity.is_number());
}

TEST(UncertainInputs, horizon_and_regime_leave_the_luck_of_others_alone) {
    const World world = world_with_errors();
    const Scenario few = uncertain_scenario({UncertainInput::retaliation});
    const Scenario many = uncertain_scenario(
        {UncertainInput::retaliation, UncertainInput::horizon, UncertainInput::regime});
    for (const Sampler sampler : {Sampler::philox, Sampler::sobol}) {
        const UncertainInputs of_few(world, few, sampler);
        const UncertainInputs of_many(world, many, sampler);

        for (std::uint32_t d = 0; d < 20; ++d) {
            const SamplePoint point{.sampler = sampler, .draw = d};
            EXPECT_EQ(of_few.value(0, point), of_many.value(0, point));
        }
    }
}

TEST(UncertainInputs, second_sample_has_another_horizon_and_another_walk) {
    const World world = world_with_errors();
    const Scenario scenario = uncertain_scenario({UncertainInput::horizon, UncertainInput::regime});
    const UncertainInputs inputs(world, scenario, Sampler::philox);
    int num_other_horizons = 0;
    int num_other_regimes = 0;

    for (std::uint32_t d = 0; d < 100; ++d) {
        const DrawnCase first = inputs.draw({.draw = d});
        const DrawnCase years = inputs.draw({.draw = d}, {true, false, false});
        const DrawnCase regime = inputs.draw({.draw = d}, {false, false, true});
        EXPECT_EQ(years.regime, first.regime);
        EXPECT_EQ(regime.horizon, first.horizon);
        num_other_horizons += years.horizon->years != first.horizon->years ? 1 : 0;
        num_other_regimes += regime.regime != first.regime ? 1 : 0;
    }

    // By chance 63 and, at 1/3 and 2/3 in the long run, about 44.
    EXPECT_GT(num_other_horizons, 40);
    EXPECT_GT(num_other_regimes, 25);
}

TEST(UncertainInputs, regimes_without_tables_or_with_a_year_before_their_path_are_refused) {
    const World world = world_with_errors();
    Scenario none = uncertain_scenario({UncertainInput::regime});
    none.regimes.clear();
    Scenario early = uncertain_scenario({UncertainInput::regime});
    early.uncertainty->regime.at = 2020;

    EXPECT_EQ(problem_of(world, none), ProblemKind::nothing_to_vary);
    EXPECT_THROW(UncertainInputs(world, early, Sampler::philox), OptionError);
}

TEST(UncertainInputs, a_world_without_standard_errors_gets_those_we_assume) {
    const World plain(testing::three_countries());
    const Scenario scenario = uncertain_scenario({UncertainInput::trade_elasticity});

    const UncertainInputs inputs(plain, scenario, Sampler::sobol);

    EXPECT_EQ(inputs.error_without_se(), assumed_elasticity_error);
    EXPECT_EQ(inputs.size(), 2U);
    // Three tenths of 4.
    EXPECT_NEAR(moments_of(inputs, 0, Sampler::sobol).deviation, 1.2, 1.2 * 5.0 / 80.0);
}

TEST(UncertainInputs, what_cannot_vary_is_refused) {
    const World plain(testing::three_countries());
    Scenario nothing = uncertain_scenario({});
    Scenario none = nothing;
    none.uncertainty.reset();
    Scenario wide = uncertain_scenario({UncertainInput::trade_elasticity});
    wide.uncertainty->trade_elasticity = {.distribution = ElasticityDistribution::uniform,
                                          .without_se = 0.9};
    WorldData certain = testing::three_countries();
    for (Sector& sector : certain.sectors) sector.trade_elasticity_se = 0.0;

    EXPECT_EQ(problem_of(World(certain), uncertain_scenario({UncertainInput::trade_elasticity})),
              ProblemKind::nothing_to_vary);
    EXPECT_EQ(problem_of(plain, nothing), ProblemKind::nothing_to_vary);
    EXPECT_EQ(problem_of(plain, none), ProblemKind::missing_key);
    EXPECT_EQ(problem_of(plain, wide), ProblemKind::value_out_of_range);
}

TEST(UncertainInputs, more_inputs_than_dimensions_need_the_other_sampler) {
    const World world = world_with_errors();
    Scenario scenario = uncertain_scenario({UncertainInput::compliance});
    scenario.measures.resize(max_sobol_inputs + 3, scenario.measures.back());

    EXPECT_THROW(UncertainInputs(world, scenario, Sampler::sobol), OptionError);
    EXPECT_EQ(UncertainInputs(world, scenario, Sampler::philox).size(), max_sobol_inputs + 1);
}

}  // namespace
}  // namespace entente
