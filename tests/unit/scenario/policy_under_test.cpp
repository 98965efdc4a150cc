#include "entente/scenario/policy_under.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

Scenario with_tariff() {
    Scenario scenario;
    scenario.measures = {
        {.kind = MeasureKind::tariff, .by = {"AAA"}, .on = {"BBB"}, .change = "+10pp"}};
    return scenario;
}

PolicyRegime with_ban() {
    return {.name = "hostile",
            .measures = {{.kind = MeasureKind::import_ban, .by = {"AAA"}, .on = {"CCC"}}},
            .retaliation = {.rule = RetaliationRule::reciprocal, .by = {"CCC"}}};
}

TEST(PolicyUnder, without_a_regime_nothing_changes) {
    EXPECT_EQ(policy_under(with_tariff(), nullptr), with_tariff());
}

TEST(PolicyUnder, measures_of_the_regime_follow_those_of_the_scenario) {
    const PolicyRegime regime = with_ban();

    const Scenario policy = policy_under(with_tariff(), &regime);

    ASSERT_EQ(policy.measures.size(), 2U);
    EXPECT_EQ(policy.measures[0], with_tariff().measures[0]);
    EXPECT_EQ(policy.measures[1], regime.measures[0]);
}

TEST(PolicyUnder, answers_of_the_regime_come_only_where_the_scenario_has_none) {
    const PolicyRegime regime = with_ban();
    Scenario answered = with_tariff();
    answered.retaliation = {.rule = RetaliationRule::proportional, .by = {"BBB"}};

    EXPECT_EQ(policy_under(with_tariff(), &regime).retaliation, regime.retaliation);
    EXPECT_EQ(policy_under(answered, &regime).retaliation, answered.retaliation);
}

TEST(PolicyUnder, a_regime_without_an_answer_leaves_whose_answer_it_would_be) {
    PolicyRegime regime = with_ban();
    regime.retaliation = {};
    Scenario unanswered = with_tariff();
    unanswered.retaliation = {.rule = RetaliationRule::none, .by = {"BBB"}, .against = {"AAA"}};

    EXPECT_EQ(policy_under(unanswered, &regime).retaliation, unanswered.retaliation);
}

}  // namespace
}  // namespace entente
