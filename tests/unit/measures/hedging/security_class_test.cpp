#include "entente/measures/hedging/security_class.hpp"

#include <gtest/gtest.h>

#include <array>

namespace entente {
namespace {

constexpr SignalBalance two_talks{.mass = 4.0, .toward_rival = 4.0};

TEST(SecurityClass, an_ally_with_no_or_hostile_acts_is_an_ally_without_dealings) {
    const SecurityEvidence none{.obligation = DefenceObligation::treaty, .troops = 50000.0};
    const SecurityEvidence hostile{.obligation = DefenceObligation::treaty,
                                   .dealings = {.mass = 3.0, .toward_rival = -3.0}};

    for (const SecurityEvidence& evidence : {none, hostile}) {
        const SecurityAmbiguity result = security_ambiguity(evidence);
        EXPECT_EQ(result.klass, SecurityClass::ally_without_dealings);
        EXPECT_FALSE(result.number) << "a number needs both sides above zero";
    }
}

TEST(SecurityClass, dealings_make_a_number_of_the_smaller_side) {
    const SecurityAmbiguity result =
        security_ambiguity({.obligation = DefenceObligation::treaty, .dealings = two_talks});

    EXPECT_EQ(result.klass, SecurityClass::ally_with_dealings);
    EXPECT_DOUBLE_EQ(*result.number, 100.0 * 4.0 / 10.0);
}

TEST(SecurityClass, the_rio_pact_alone_makes_no_ally) {
    const SecurityAmbiguity without = security_ambiguity({.obligation = DefenceObligation::rio});
    const SecurityAmbiguity with =
        security_ambiguity({.obligation = DefenceObligation::rio, .dealings = two_talks});

    EXPECT_EQ(without.klass, SecurityClass::neither);
    EXPECT_EQ(with.klass, SecurityClass::partner_of_both);
    EXPECT_DOUBLE_EQ(*with.number, 25.0);
}

TEST(SecurityClass, a_thousand_troops_are_not_yet_a_presence) {
    EXPECT_EQ(security_ambiguity({.troops = 1000.0, .dealings = two_talks}).klass,
              SecurityClass::neither);
    EXPECT_EQ(security_ambiguity({.troops = 1001.0, .dealings = two_talks}).klass,
              SecurityClass::partner_of_both);
}

TEST(SecurityClass, a_few_deliveries_of_arms_do_not_look_like_a_large_share) {
    const SecurityEvidence evidence{.troops = 5000.0, .arms = ArmsImports{1.4, 3.8}};

    EXPECT_DOUBLE_EQ(security_ambiguity(evidence).tie[rival_pole], 1.4 / 53.8);
}

TEST(SecurityClass, dealings_age_and_leave_the_article_out) {
    const std::array acts{
        SecurityAct{.date = 2026.0, .is_toward_rival = true, .direction = 1, .magnitude = 3.0},
        SecurityAct{.date = 2023.0, .is_toward_rival = false, .direction = 1, .magnitude = 2.0},
        SecurityAct{.date = 2026.0,
                    .is_toward_rival = true,
                    .direction = 1,
                    .magnitude = 5.0,
                    .is_from_article = true}};

    const SignalBalance balance = security_dealings(acts, 2026.0);

    EXPECT_DOUBLE_EQ(balance.mass, 4.0);
    EXPECT_DOUBLE_EQ(balance.toward_rival, 3.0);
}

TEST(TieKept, needs_the_obligation_and_a_trade_tie_that_is_not_down) {
    EXPECT_EQ(tie_kept(DefenceObligation::treaty, 0.0), TieKept::kept);
    EXPECT_EQ(tie_kept(DefenceObligation::treaty, -0.01), TieKept::weakened);
    EXPECT_EQ(tie_kept(DefenceObligation::treaty, {}), TieKept::unknown);
    EXPECT_EQ(tie_kept(DefenceObligation::rio, 0.5), TieKept::no_obligation);
    EXPECT_EQ(tie_kept(DefenceObligation::none, 0.5), TieKept::no_obligation);
}

}  // namespace
}  // namespace entente
