#include "entente/report/ensemble/uncertainty_sentence.hpp"

#include <gmock/gmock.h>

#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::uncertain_scenario;

TEST(UncertaintySentence, horizon_and_regime_are_said_with_their_chances) {
    Scenario scenario = uncertain_scenario({UncertainInput::horizon, UncertainInput::regime});

    EXPECT_THAT(
        sentences_of_ensemble(scenario),
        ElementsAre("The result holds after one of: 1 year (25%), 5 years (50%), the long run "
                    "(25%); trade elasticities grow until then by the profile standard (50%) or "
                    "slow (50%).",
                    "The policy is that of 2025, when one of the regimes calm, hostile rules: they "
                    "follow each other from year to year, the first being calm, with chances of "
                    "the file."));
    scenario.uncertainty->horizon.years.clear();
    scenario.uncertainty->regime.at = 2023;
    EXPECT_THAT(sentences_of_ensemble(scenario),
                ElementsAre("Trade elasticities grow until then by the profile standard (50%) or "
                            "slow (50%).",
                            ::testing::HasSubstr("that of 2023")));
}

TEST(UncertaintySentence, every_input_has_a_sentence_and_a_plain_scenario_none) {
    const Scenario scenario =
        uncertain_scenario({UncertainInput::trade_elasticity, UncertainInput::data_error,
                            UncertainInput::compliance, UncertainInput::retaliation});

    EXPECT_THAT(
        sentences_of_ensemble(scenario),
        ElementsAre("The trade elasticity of each sector is drawn, lognormal around that of the "
                    "world.",
                    "Every flow of trade is drawn around its value: lognormal, with deviations of "
                    "5% where observed, 15% where scaled and 40% where estimated.",
                    "Of each export control a part is obeyed, 50% to 100%.",
                    "The measures of BBB come with a chance of 50%, each by itself."));
    EXPECT_THAT(sentences_of_ensemble(Scenario{}), IsEmpty());
}

}  // namespace
}  // namespace entente
