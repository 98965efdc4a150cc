// Subsidies, tariff-rate quotas and chosen tariffs: what the file may say and what comes of it.

#include <gmock/gmock.h>

#include <string>

#include "entente/base/error.hpp"
#include "entente/scenario/change.hpp"
#include "entente/scenario/compact_form.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using testing::three_countries;

const std::string file = "plan.toml";

/// A measure begins on line 2, its keys on line 3.
std::string measure(const std::string& keys) {
    return "title = \"T\"\n[[measure]]\n" + keys;
}

Shock shock_of(const std::string& text) {
    return make_shock(World(three_countries()), parse_scenario(text, file));
}

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { shock_of(text); });
}

const std::string subsidy = "kind = \"subsidy\"\nby = \"AAA\"\nsectors = \"GDS\"\n";

auto at(ProblemKind kind, std::size_t line, const std::string& key) {
    return AllOf(Field(&Problem::kind, kind), Field(&Problem::line, line),
                 Field(&Problem::column, ::testing::EndsWith(key)));
}

TEST(Subsidy, is_set_on_what_a_country_makes_and_raised_by_the_next) {
    const Shock shock = shock_of(
        measure(subsidy + "change = \"=10%\"\n[[measure]]\n" + subsidy + "change = \"+5pp\"\n"));

    EXPECT_DOUBLE_EQ(shock.output_subsidy(0, 0), 0.15);
    EXPECT_DOUBLE_EQ(shock.output_subsidy(1, 0), 0.0);
    EXPECT_TRUE(shock.tariff_rate.empty());
}

TEST(Subsidy, is_refused_with_a_target_and_out_of_range) {
    EXPECT_THAT(problems_of(measure(subsidy + "on = \"BBB\"\nchange = \"=10%\"\n")),
                ElementsAre(at(ProblemKind::misplaced_key, 6, "on")));
    EXPECT_THAT(problems_of(measure(subsidy + "change = \"=95%\"\n")),
                ElementsAre(at(ProblemKind::bad_change, 6, "change")));
    EXPECT_THAT(problems_of(measure(subsidy + "change = \"-5pp\"\n")),
                ElementsAre(at(ProblemKind::value_out_of_range, 6, "change")));
}

TEST(Subsidy, of_an_unknown_country_is_refused) {
    EXPECT_THAT(problems_of(measure("kind = \"subsidy\"\nby = \"AAB\"\nchange = \"=1%\"\n")),
                ElementsAre(at(ProblemKind::not_in_world, 4, "by")));
}

std::string quota(const std::string& in, const std::string& out, const std::string& volume) {
    return "kind = \"tariff_rate_quota\"\nby = \"BBB\"\non = \"AAA\"\nsectors = \"GDS\"\nquota = "
           "\"" +
           volume + "\"\nin_quota = \"" + in + "\"\nout_of_quota = \"" + out + "\"\n";
}

TEST(Quota, states_both_rates_and_leaves_the_lower_one_in_the_shock) {
    const Shock shock = shock_of(measure(quota("-50%", "+20pp", "120%") + "rent = \"importer\"\n"));

    // BBB has 10 percent on goods of AAA.
    ASSERT_EQ(shock.quotas.size(), 1u);
    EXPECT_DOUBLE_EQ(shock.quotas[0].rate_in_quota, 0.05);
    EXPECT_DOUBLE_EQ(shock.quotas[0].rate_out_of_quota, 0.30);
    EXPECT_DOUBLE_EQ(shock.quotas[0].volume, 1.2);
    EXPECT_TRUE(shock.quotas[0].is_rent_of_importer);
    EXPECT_DOUBLE_EQ(shock.tariff_rate(0, 1, 0), 0.05);
    EXPECT_FALSE(shock.is_given());
}

TEST(Quota, with_a_lower_rate_beyond_it_is_refused) {
    EXPECT_THAT(problems_of(measure(quota("=20%", "=5%", "100%"))),
                ElementsAre(at(ProblemKind::value_out_of_range, 9, "out_of_quota")));
}

TEST(Quota, without_a_volume_is_refused) {
    EXPECT_THAT(problems_of(measure(quota("=0%", "=5%", "120"))),
                Contains(at(ProblemKind::bad_change, 7, "quota")));
    EXPECT_FALSE(parse_quota("0%"));
    EXPECT_FALSE(parse_quota("-5%"));
}

TEST(Quota, lets_no_later_measure_change_its_tariff) {
    EXPECT_THAT(problems_of(measure(quota("=0%", "=50%", "100%") +
                                    "[[measure]]\nkind = \"tariff\"\nby = \"BBB\"\non = \"AAA\"\n"
                                    "change = \"+1pp\"\n")),
                ElementsAre(at(ProblemKind::contradictory_measures, 11, "kind")));
}

const std::string raised =
    measure("kind = \"tariff\"\nby = \"AAA\"\non = \"*\"\nsectors = \"GDS\"\nchange = \"+20pp\"\n");

TEST(ChosenTariffs, of_the_rule_optimal_are_those_of_who_answers) {
    const Shock shock =
        shock_of(raised + "[retaliation]\nrule = \"optimal\"\nby = \"*\"\nagainst = \"AAA\"\n");

    ASSERT_TRUE(shock.chosen);
    ASSERT_EQ(shock.chosen->parties.size(), 2u);
    EXPECT_EQ(shock.chosen->parties[0].code, "BBB");
    EXPECT_EQ(shock.chosen->parties[0].opponents, (std::vector<bool>{true, false, false}));
    EXPECT_FALSE(shock.chosen->is_by_sector);
    EXPECT_TRUE(shock.chosen->sectors[0]);
}

TEST(ChosenTariffs, of_the_rule_nash_are_those_of_both_sides) {
    const Shock shock = shock_of(raised +
                                 "[retaliation]\nrule = \"nash\"\nby = \"BBB\"\nagainst = "
                                 "\"AAA\"\nby_sector = true\n");

    ASSERT_EQ(shock.chosen->parties.size(), 2u);
    EXPECT_EQ(shock.chosen->parties[1].code, "AAA");
    EXPECT_EQ(shock.chosen->parties[1].opponents, (std::vector<bool>{false, true, false}));
    EXPECT_TRUE(shock.chosen->is_by_sector);
}

TEST(ChosenTariffs, need_both_sides_named_and_apart) {
    EXPECT_THAT(problems_of(raised + "[retaliation]\nrule = \"optimal\"\nby = \"BBB\"\n"),
                ElementsAre(at(ProblemKind::missing_key, 8, "against")));
    EXPECT_THAT(problems_of(raised + "[retaliation]\nrule = \"optimal\"\nby = \"AAA\"\nagainst = "
                                     "\"AAA\"\n"),
                ElementsAre(at(ProblemKind::contradictory_measures, 10, "by")));
}

TEST(ChosenTariffs, have_keys_that_other_rules_lack) {
    EXPECT_THAT(problems_of(raised + "[retaliation]\nrule = \"reciprocal\"\nby_sector = true\n"),
                ElementsAre(at(ProblemKind::misplaced_key, 10, "by_sector")));
}

TEST(ChosenTariffs, come_back_from_the_short_form) {
    const Scenario scenario = parse_scenario(
        measure(
            quota("=0%", "=50%", "100%") + "rent = \"importer\"\n[[measure]]\n" + subsidy +
            "change = \"=10%\"\n[retaliation]\nrule = \"nash\"\nby = \"BBB\"\nagainst = \"AAA\"\n"
            "sectors = \"GDS\"\nby_sector = true\n"),
        file);

    const Scenario again = parse_compact_form(compact_form(scenario));

    EXPECT_EQ(again.measures[0].quota, "100%");
    EXPECT_EQ(again.measures[0].rent, QuotaRent::importer);
    EXPECT_EQ(again.measures[1].kind, MeasureKind::subsidy);
    EXPECT_EQ(again.retaliation.rule, RetaliationRule::nash);
    EXPECT_TRUE(again.retaliation.is_by_sector);
    EXPECT_EQ(again.retaliation.sectors, scenario.retaliation.sectors);
}

}  // namespace
}  // namespace entente
