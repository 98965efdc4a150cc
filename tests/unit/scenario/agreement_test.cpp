// Agreements, and measures that travel with a scenario without touching trade.

#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "entente/base/error.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::expected_says;
using testing::found;
using testing::three_countries;

const std::string file = "plan.toml";

std::string agreement(const std::string& keys) {
    return "title = \"T\"\n[[measure]]\nkind = \"fta\"\n" + keys;
}

Shock shock_of(const std::string& text) {
    return make_shock(World(three_countries()), parse_scenario(text, file));
}

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { shock_of(text); });
}

TEST(ScenarioAgreement, tariffs_change_both_ways_between_by_and_on) {
    const Shock shock =
        shock_of(agreement("by = \"DUO\"\non = \"CCC\"\nsectors = \"GDS\"\ntariff = \"=5%\"\n"));

    for (const std::size_t member : {0U, 1U}) {
        EXPECT_EQ(shock.tariff_rate(member, 2, 0), 0.05);
        EXPECT_EQ(shock.tariff_rate(2, member, 0), 0.05);
    }
    // Members are not parties to an agreement with each other.
    EXPECT_EQ(shock.tariff_rate(0, 1, 0), 0.10);
    EXPECT_EQ(shock.tariff_rate(0, 2, 1), 0.0);
    EXPECT_TRUE(shock.trade_cost_hat.empty());
}

TEST(ScenarioAgreement, members_alone_trade_freely_among_themselves) {
    const Shock shock = shock_of(agreement("by = \"DUO\"\ntariff = \"-100%\"\n"));

    EXPECT_EQ(shock.tariff_rate(0, 1, 0), 0.0);
    EXPECT_EQ(shock.tariff_rate(1, 0, 0), 0.0);
}

TEST(ScenarioAgreement, costs_fall_beside_tariffs) {
    const Shock costs =
        shock_of(agreement("by = \"DUO\"\ntariff = \"=0%\"\ntrade_cost = \"-5%\"\n"));
    const Shock gravity = shock_of(agreement("by = \"DUO\"\ntrade_cost = \"beta:0.2\"\n"));

    EXPECT_EQ(costs.tariff_rate(0, 1, 0), 0.0);
    EXPECT_DOUBLE_EQ(costs.trade_cost_hat(0, 1, 0), 0.95);
    EXPECT_DOUBLE_EQ(costs.trade_cost_hat(1, 0, 1), 0.95);
    EXPECT_EQ(costs.trade_cost_hat(0, 2, 0), 1.0);
    EXPECT_DOUBLE_EQ(gravity.share_factor(0, 1, 0), std::exp(0.2));
    EXPECT_TRUE(gravity.tariff_rate.empty());
}

TEST(ScenarioAgreement, one_of_its_two_parts_must_be_given) {
    EXPECT_THAT(problems_of(agreement("by = \"DUO\"\n")),
                ElementsAre(AllOf(found(ProblemKind::missing_key, file, 2, "measure[1].tariff", ""),
                                  expected_says("tariff or trade_cost"))));
}

TEST(ScenarioAgreement, its_parts_take_the_forms_of_their_kinds_and_no_change) {
    EXPECT_THAT(
        problems_of(
            agreement("by = \"DUO\"\ntariff = \"x0.9\"\ntrade_cost = \"=0%\"\nchange = \"=0%\"\n")),
        ElementsAre(AllOf(found(ProblemKind::bad_change, file, 5, "measure[1].tariff", "x0.9"),
                          expected_says("swiss:8")),
                    AllOf(found(ProblemKind::bad_change, file, 6, "measure[1].trade_cost", "=0%"),
                          expected_says("beta:0.5")),
                    found(ProblemKind::misplaced_key, file, 7, "measure[1].change", "fta")));
}

TEST(ScenarioAgreement, other_kinds_need_a_country_to_hit) {
    EXPECT_THAT(problems_of("title = \"T\"\n[[measure]]\nkind = \"cut_off\"\nby = \"AAA\"\n"),
                ElementsAre(found(ProblemKind::missing_key, file, 2, "measure[1].on", "")));
}

TEST(ScenarioAgreement, a_country_alone_agrees_with_nobody) {
    EXPECT_THAT(
        problems_of(agreement("by = \"AAA\"\ntariff = \"=0%\"\n")),
        ElementsAre(::testing::Field("kind", &Problem::kind, ProblemKind::measure_without_cells)));
}

TEST(ScenarioWithoutEffect, screening_and_offers_are_checked_and_change_nothing) {
    const std::string sides = "by = \"AAA\"\non = \"CCC\"\n";
    const Shock shock = shock_of("title = \"T\"\n[[measure]]\nkind = \"investment_screening\"\n" +
                                 sides + "[[measure]]\nkind = \"finance_offer\"\n" + sides);

    EXPECT_TRUE(shock.tariff_rate.empty());
    EXPECT_TRUE(shock.trade_cost_hat.empty());
    EXPECT_TRUE(shock.share_factor.empty());
    EXPECT_THAT(problems_of("title = \"T\"\n[[measure]]\nkind = \"finance_offer\"\nby = \"AAA\"\n"
                            "on = \"CCD\"\n"),
                ElementsAre(found(ProblemKind::not_in_world, file, 5, "on", "CCD")));
}

}  // namespace
}  // namespace entente
