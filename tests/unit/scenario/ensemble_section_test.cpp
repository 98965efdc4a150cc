#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::expected_says;
using testing::fix_says;
using testing::found;
using ::testing::IsEmpty;

const std::string file = "plan.toml";

/// Two measures on lines 2 to 11; the ensemble starts on line 12.
std::string with_ensemble(const std::string& ensemble) {
    return "title = \"T\"\n"
           "[[measure]]\nkind = \"export_control\"\nby = \"USA\"\non = \"CHN\"\nshare = 0.8\n"
           "[[measure]]\nkind = \"tariff\"\nby = \"CHN\"\non = \"USA\"\nchange = \"+10pp\"\n" +
           ensemble;
}

std::vector<Problem> problems_of(const std::string& ensemble) {
    return testing::problems_thrown_by([&] { parse_scenario(with_ensemble(ensemble), file); });
}

TEST(EnsembleSection, everything_the_table_says_is_read) {
    const Scenario scenario = parse_scenario(with_ensemble(R"([ensemble]
vary = ["retaliation", "trade_elasticity", "data_error", "compliance"]
[ensemble.trade_elasticity]
distribution = "uniform"
without_se = 0.25
[ensemble.data_error]
observed = 0.01
scaled = 0.02
estimated = 0.3
[ensemble.compliance]
low = 0.4
high = 0.9
[ensemble.retaliation]
by = "CHN"
probability = 0.7
rules = ["reciprocal", "none"]
)"),
                                             file);

    const Uncertainty expected{
        .vary = {UncertainInput::trade_elasticity, UncertainInput::data_error,
                 UncertainInput::compliance, UncertainInput::retaliation},
        .trade_elasticity = {.distribution = ElasticityDistribution::uniform, .without_se = 0.25},
        .data_error = {.observed = 0.01, .scaled = 0.02, .estimated = 0.3},
        .compliance = {.low = 0.4, .high = 0.9},
        .retaliation = {.by = {"CHN"},
                        .probability = 0.7,
                        .rules = {RetaliationRule::none, RetaliationRule::reciprocal}}};
    EXPECT_EQ(scenario.uncertainty, expected);
}

TEST(EnsembleSection, file_without_the_table_varies_nothing) {
    EXPECT_FALSE(parse_scenario(with_ensemble(""), file).uncertainty.has_value());
}

TEST(EnsembleSection, unknown_input_is_met_with_the_nearest_and_its_place) {
    EXPECT_THAT(
        problems_of("[ensemble]\nvary = [\"compliance\", \"trade_elasticities\"]\n"),
        ElementsAre(
            AllOf(found(ProblemKind::unknown_word, file, 13, "ensemble.vary", "trade_elasticities"),
                  ::testing::Field(&Problem::character, 23U), fix_says("write trade_elasticity"))));
}

TEST(EnsembleSection, vary_is_required) {
    EXPECT_THAT(problems_of("[ensemble]\n"),
                ElementsAre(found(ProblemKind::missing_key, file, 12, "ensemble.vary", "")));
}

TEST(EnsembleSection, table_of_an_input_that_is_not_varied_is_a_mistake) {
    EXPECT_THAT(problems_of("[ensemble]\nvary = \"compliance\"\n[ensemble.data_error]\n"),
                ElementsAre(found(ProblemKind::input_not_varied, file, 14, "ensemble.data_error",
                                  "data_error")));
}

TEST(EnsembleSection, rules_of_retaliation_are_known_words_and_more_than_one) {
    EXPECT_THAT(
        problems_of("[ensemble]\nvary = \"retaliation\"\n[ensemble.retaliation]\n"
                    "rules = [\"reciprocl\"]\n"),
        ElementsAre(found(ProblemKind::nothing_to_vary, file, 15, "ensemble.retaliation.rules", ""),
                    AllOf(found(ProblemKind::unknown_word, file, 15, "ensemble.retaliation.rules",
                                "reciprocl"),
                          fix_says("write reciprocal"))));
}

TEST(EnsembleSection, rules_that_choose_need_parties) {
    const std::string rules =
        "[ensemble]\nvary = \"retaliation\"\n[ensemble.retaliation]\n"
        "rules = [\"none\", \"nash\"]\n";

    EXPECT_THAT(problems_of(rules), ElementsAre(found(ProblemKind::missing_key, file, 15,
                                                      "ensemble.retaliation.rules", "")));
    EXPECT_THAT(problems_of("[retaliation]\nrule = \"none\"\nby = \"CHN\"\nagainst = "
                            "\"USA\"\n" +
                            rules),
                IsEmpty());
}

TEST(EnsembleSection, numbers_out_of_range_are_reported_together) {
    const auto problems = problems_of(R"([ensemble]
vary = ["trade_elasticity", "data_error", "compliance", "retaliation"]
[ensemble.trade_elasticity]
without_se = 0
[ensemble.data_error]
scaled = -0.1
[ensemble.compliance]
low = 0.9
high = 0.8
[ensemble.retaliation]
by = "CHN"
probability = nan
)");

    EXPECT_THAT(
        problems,
        ElementsAre(
            found(ProblemKind::value_out_of_range, file, 15, "ensemble.trade_elasticity.without_se",
                  "0"),
            found(ProblemKind::value_out_of_range, file, 17, "ensemble.data_error.scaled", "-0.1"),
            found(ProblemKind::value_out_of_range, file, 19, "ensemble.compliance.low", "0.9"),
            found(ProblemKind::value_out_of_range, file, 23, "ensemble.retaliation.probability",
                  "nan")));
}

TEST(EnsembleSection, retaliation_needs_to_be_told_by_whom_and_measures_of_theirs) {
    EXPECT_THAT(problems_of("[ensemble]\nvary = \"retaliation\"\n"),
                ElementsAre(AllOf(
                    found(ProblemKind::nothing_to_vary, file, 13, "ensemble.vary", "retaliation"),
                    expected_says("[ensemble.retaliation]"))));
    EXPECT_THAT(problems_of("[ensemble]\nvary = \"retaliation\"\n"
                            "[ensemble.retaliation]\nby = [\"CHN\", \"CAN\"]\n"),
                ElementsAre(found(ProblemKind::nothing_to_vary, file, 15, "ensemble.retaliation.by",
                                  "CAN")));
}

TEST(EnsembleSection, compliance_needs_an_export_control) {
    try {
        parse_scenario("title = \"T\"\n[ensemble]\nvary = [\"compliance\"]\n", file);
        FAIL() << "nothing was thrown";
    } catch (const DataError& error) {
        EXPECT_THAT(error.problems(), ElementsAre(found(ProblemKind::nothing_to_vary, file, 3,
                                                        "ensemble.vary", "compliance")));
    }
}

TEST(EnsembleSection, chances_of_horizons_are_read_in_their_order) {
    const Scenario scenario = parse_scenario(with_ensemble(R"([ensemble]
vary = "horizon"
[ensemble.horizon]
years = { long = 0.25, "10" = 0.25, 3 = 0.4, 1 = 0.1 }
profiles = { slow = 0.3, standard = 0.7 }
)"),
                                             file);

    const HorizonChances expected{
        .years = {{1, 0.1}, {3, 0.4}, {10, 0.25}, {std::nullopt, 0.25}},
        .profiles = {{HorizonProfile::standard, 0.7}, {HorizonProfile::slow, 0.3}}};
    EXPECT_EQ(scenario.uncertainty->horizon, expected);
}

TEST(EnsembleSection, chances_that_do_not_add_up_are_met_with_their_sum_and_place) {
    EXPECT_THAT(
        problems_of("[ensemble]\nvary = \"horizon\"\n[ensemble.horizon]\n"
                    "years = { 1 = 0.1, 3 = 0.2, 5 = 0.4 }\n"
                    "  profiles = { standard = 0.9, slow = 0.2 }\n"),
        ElementsAre(
            AllOf(found(ProblemKind::shares_do_not_add_up, file, 15, "ensemble.horizon.years",
                        "1 0.1, 3 0.2, 5 0.4, together 0.7"),
                  expected_says("add up to 1")),
            AllOf(found(ProblemKind::shares_do_not_add_up, file, 16, "ensemble.horizon.profiles",
                        "standard 0.9, slow 0.2, together 1.1"),
                  ::testing::Field(&Problem::character, 14U))));
}

TEST(EnsembleSection, horizons_and_profiles_must_be_known) {
    EXPECT_THAT(
        problems_of("[ensemble]\nvary = \"horizon\"\n[ensemble.horizon]\n"
                    "years = { 51 = 0.5, 03 = 0.25, soon = 0.25 }\n"
                    "profiles = { slw = 0.5, standard = 1.5 }\n"),
        ElementsAre(
            found(ProblemKind::unknown_word, file, 15, "ensemble.horizon.years.51", "51"),
            found(ProblemKind::unknown_word, file, 15, "ensemble.horizon.years.03", "03"),
            found(ProblemKind::unknown_word, file, 15, "ensemble.horizon.years.soon", "soon"),
            found(ProblemKind::shares_do_not_add_up, file, 16, "ensemble.horizon.profiles",
                  "standard 1.5, together 1.5"),
            AllOf(found(ProblemKind::unknown_key, file, 16, "ensemble.horizon.profiles.slw", "slw"),
                  fix_says("write slow")),
            found(ProblemKind::value_out_of_range, file, 16, "ensemble.horizon.profiles.standard",
                  "1.5")));
    EXPECT_THAT(
        problems_of("[ensemble]\nvary = \"horizon\"\n"),
        ElementsAre(found(ProblemKind::nothing_to_vary, file, 13, "ensemble.vary", "horizon")));
    EXPECT_THAT(
        problems_of("[ensemble]\nvary = \"horizon\"\n[ensemble.horizon]\n"),
        ElementsAre(found(ProblemKind::missing_key, file, 14, "ensemble.horizon.years", "")));
}

constexpr const char* regimes =
    "[path]\nfrom = 2025\nuntil = 2040\nregime = \"calm\"\n"
    "[[regime]]\nname = \"calm\"\n"
    "[[regime]]\nname = \"hostile\"\n";

TEST(EnsembleSection, regimes_vary_up_to_a_year) {
    const std::string vary = "[ensemble]\nvary = \"regime\"\n";
    const Scenario last = parse_scenario(with_ensemble(regimes + vary), file);
    const Scenario earlier =
        parse_scenario(with_ensemble(regimes + vary + "[ensemble.regime]\nat = 2030\n"), file);

    EXPECT_FALSE(last.uncertainty->regime.at);
    EXPECT_EQ(earlier.uncertainty->regime.at, 2030);
}

TEST(EnsembleSection, regimes_must_be_there_and_the_year_on_their_path) {
    const std::string vary = "[ensemble]\nvary = \"regime\"\n";
    EXPECT_THAT(problems_of(vary), ElementsAre(found(ProblemKind::nothing_to_vary, file, 13,
                                                     "ensemble.vary", "regime")));
    for (const std::string year : {"2024", "2041", "2030.5"}) {
        EXPECT_THAT(problems_of(regimes + vary + "[ensemble.regime]\nat = " + year + "\n"),
                    ElementsAre(found(ProblemKind::value_out_of_range, file, 23,
                                      "ensemble.regime.at", year)));
    }
    std::string without_until = regimes;
    without_until.replace(without_until.find("until = 2040"), 12, "zeta = 0.3");
    EXPECT_THAT(
        problems_of(without_until + vary),
        ElementsAre(AllOf(found(ProblemKind::missing_key, file, 21, "ensemble.vary", "regime"),
                          expected_says("until"))));
    EXPECT_THAT(problems_of(regimes + vary + "[ensemble.regime]\n"),
                ElementsAre(found(ProblemKind::missing_key, file, 22, "ensemble.regime.at", "")));
}

}  // namespace
}  // namespace entente
