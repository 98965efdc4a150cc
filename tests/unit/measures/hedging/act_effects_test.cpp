#include "entente/measures/hedging/act_effects.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

TEST(ActEffects, score_without_an_act_is_that_of_a_ledger_without_it) {
    HedgingEvidence evidence = sample_evidence(5);
    const std::vector<ActEffect> effects = act_effects(evidence, 0);
    ASSERT_FALSE(effects.empty());

    for (const ActEffect& effect : effects) {
        HedgingEvidence other = evidence;
        other.ledger.rows.erase(other.ledger.rows.begin() +
                                static_cast<std::ptrdiff_t>(effect.row));
        EXPECT_NEAR(effect.index, score_hedging(evidence)[0].index, 1e-12);
        EXPECT_NEAR(effect.index_without, score_hedging(other)[0].index, 1e-12);
    }
}

TEST(ActEffects, a_lone_act_toward_the_rival_adds_and_one_away_takes) {
    HedgingEvidence evidence = sample_evidence(2);
    const std::string code = evidence.cases[0].code;
    const double day = *evidence.cases[0].signals_as_of - 0.5;
    const SignalRow toward{.actor = code,
                           .channel = Channel::technology,
                           .date = day,
                           .is_toward_rival = true,
                           .direction = 1,
                           .magnitude = 4.0};
    SignalRow other = toward;
    other.actor = evidence.cases[1].code;
    other.is_toward_rival = false;
    evidence.ledger.rows = {toward, other};

    const auto adds = act_effects(evidence, 0);
    evidence.ledger.rows[0].direction = -1;
    const auto takes = act_effects(evidence, 0);

    ASSERT_EQ(adds.size(), 1U);
    ASSERT_EQ(takes.size(), 1U);
    EXPECT_GT(adds[0].effect(), 0.0);
    EXPECT_LT(takes[0].effect(), 0.0);
}

TEST(ActEffects, a_position_that_is_no_case_is_refused) {
    const HedgingEvidence evidence = sample_evidence(2);

    EXPECT_THROW(act_effects(evidence, 2), ShapeError);
}

}  // namespace
}  // namespace entente
