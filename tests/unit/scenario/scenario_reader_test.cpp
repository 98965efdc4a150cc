#include "entente/scenario/scenario_reader.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/scenario/compact_form.hpp"
#include "support/problem_matchers.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::expected_says;
using testing::fix_says;
using testing::found;
using ::testing::IsEmpty;

using Codes = std::vector<std::string>;

const std::string file = "plan.toml";

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { parse_scenario(text, file); });
}

/// A scenario of one measure, whose keys start on line 3.
std::string with_measure(const std::string& keys) {
    return "title = \"T\"\n[[measure]]\n" + keys;
}

/// A tariff with one more line, the fifth.
std::string with_tariff(const std::string& line) {
    return with_measure("kind = \"tariff\"\nby = \"USA\"\n" + line +
                        "\non = \"CHN\"\nchange = \"+10pp\"\n");
}

Scenario shipped(const std::string& name) {
    return read_scenario(std::string(ENTENTE_SOURCE_DIR) + "/scenarios/" + name + ".toml");
}

TEST(ScenarioReader, everything_a_file_says_is_read) {
    const Scenario scenario = parse_scenario(R"(title = "All keys"
world = "world-2023"
[model]
deficits = "fixed"
horizon = "long"
tolerance = 1e-8
[[measure]]
kind = "tariff"
by = ["USA", "EU27"]
on = "*"
sectors = ["MVH"]
change = "=25%"
valid_from = 2025-04-03
valid_until = 2026-04-03
source = "https://example.org"
[[measure]]
kind = "export_control"
by = "USA"
on = "CHN"
share = 0.25
)",
                                             file);

    EXPECT_EQ(scenario.title, "All keys");
    EXPECT_EQ(scenario.world, "world-2023");
    EXPECT_EQ(scenario.deficits, DeficitMode::fixed);
    EXPECT_EQ(scenario.tolerance, 1e-8);
    EXPECT_EQ(scenario.file, file);
    const Measure tariff{.kind = MeasureKind::tariff,
                         .by = {"USA", "EU27"},
                         .on = {"*"},
                         .sectors = {"MVH"},
                         .change = "=25%",
                         .valid_from = parse_date("2025-04-03"),
                         .valid_until = parse_date("2026-04-03"),
                         .source = "https://example.org",
                         .line = 7};
    const Measure control{.kind = MeasureKind::export_control,
                          .by = {"USA"},
                          .on = {"CHN"},
                          .direction = TradeDirection::exports,
                          .share = 0.25,
                          .line = 16};
    EXPECT_THAT(scenario.measures, ElementsAre(tariff, control));
}

TEST(ScenarioReader, problems_name_line_and_character_of_the_value) {
    const auto problems = problems_of(with_tariff("share = \"much\"\nshape = 1"));

    ASSERT_EQ(problems.size(), 2U);
    // An unknown key stands where it begins, a value where the value does.
    EXPECT_EQ(problems[0].line, 5U);
    EXPECT_EQ(problems[0].character, 9U);
    EXPECT_EQ(problems[1].line, 6U);
    EXPECT_EQ(problems[1].character, 1U);
}

TEST(ScenarioReader, broken_toml_names_line_and_character) {
    const auto problems = problems_of("title = \"T\"\nworld = = 1");

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].line, 2U);
    EXPECT_GT(problems[0].character, 0U);
}

TEST(ScenarioReader, a_title_is_enough) {
    const Scenario scenario = parse_scenario("title = \"Nothing changes\"", file);

    EXPECT_EQ(scenario.deficits, DeficitMode::balanced);
    EXPECT_EQ(scenario.tolerance, 1e-10);
    EXPECT_THAT(scenario.measures, IsEmpty());
}

TEST(ScenarioReader, a_star_stands_for_all_sectors) {
    EXPECT_THAT(parse_scenario(with_tariff("sectors = \"*\""), file).measures[0].sectors,
                IsEmpty());
    EXPECT_THAT(parse_scenario(with_tariff("sectors = \"GDS\""), file).measures[0].sectors,
                ElementsAre("GDS"));
}

TEST(ScenarioReader, direction_depends_on_the_kind) {
    const std::string sides = "by = \"USA\"\non = \"CHN\"\n";
    const auto direction = [&](const std::string& keys) {
        return parse_scenario(with_measure(sides + keys), file).measures[0].direction;
    };

    EXPECT_EQ(direction("kind = \"cut_off\""), TradeDirection::both);
    EXPECT_EQ(direction("kind = \"import_ban\""), TradeDirection::imports);
    EXPECT_EQ(direction("kind = \"trade_cost\"\nchange = \"x2\""), TradeDirection::imports);
    EXPECT_EQ(direction("kind = \"cut_off\"\ndirection = \"exports\""), TradeDirection::exports);
}

TEST(ScenarioReader, text_that_is_not_toml_is_refused_with_its_line) {
    const auto problems = problems_of("title = \"T\"\nworld = \n");

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, ProblemKind::bad_toml);
    EXPECT_EQ(problems[0].file, file);
    EXPECT_EQ(problems[0].line, 2U);
}

TEST(ScenarioReader, unknown_keys_come_with_the_nearest_one) {
    const auto problems = problems_of(
        "titel = \"T\"\n[model]\ndeficit = \"fixed\"\n[[measure]]\nkind = \"cut_off\"\n"
        "by = \"USA\"\non = \"CHN\"\nsector = \"MVH\"\nzzzzzzzz = 1\n");

    EXPECT_THAT(
        problems,
        ElementsAre(
            AllOf(found(ProblemKind::unknown_key, file, 1, "titel", "titel"),
                  fix_says("write title if that was meant")),
            found(ProblemKind::missing_key, file, 1, "title", ""),
            AllOf(found(ProblemKind::unknown_key, file, 3, "model.deficit", "deficit"),
                  fix_says("write deficits if that was meant")),
            AllOf(found(ProblemKind::unknown_key, file, 8, "measure[1].sector", "sector"),
                  fix_says("write sectors if that was meant")),
            AllOf(found(ProblemKind::unknown_key, file, 9, "measure[1].zzzzzzzz", "zzzzzzzz"),
                  expected_says("valid_until"))));
}

TEST(ScenarioReader, unknown_words_come_with_the_nearest_one) {
    const auto problems = problems_of(
        "title = \"T\"\n[model]\ndeficits = \"balance\"\n[[measure]]\nkind = \"tarif\"\n"
        "by = \"USA\"\non = \"CHN\"\n[[measure]]\nkind = \"cut_off\"\nby = \"USA\"\non = \"CHN\"\n"
        "direction = \"import\"\n");

    EXPECT_THAT(
        problems,
        ElementsAre(
            AllOf(found(ProblemKind::unknown_word, file, 3, "model.deficits", "balance"),
                  fix_says("write balanced if that was meant")),
            AllOf(found(ProblemKind::unknown_word, file, 5, "measure[1].kind", "tarif"),
                  fix_says("write tariff if that was meant"),
                  expected_says("tariff, trade_cost, export_control")),
            AllOf(found(ProblemKind::unknown_word, file, 12, "measure[2].direction", "import"),
                  fix_says("write imports if that was meant"))));
}

TEST(ScenarioReader, horizon_is_long_or_whole_years_on_a_profile) {
    const Scenario scenario =
        parse_scenario("title = \"T\"\n[model]\nhorizon = 5\nprofile = \"slow\"", file);

    EXPECT_EQ(scenario.horizon.years, 5);
    EXPECT_EQ(scenario.horizon.profile, HorizonProfile::slow);
    EXPECT_EQ(parse_scenario("title = \"T\"", file).horizon, Horizon{});
    for (const std::string horizon : {"0", "51", "1.5", "\"short\""}) {
        EXPECT_THAT(problems_of("title = \"T\"\n[model]\nhorizon = " + horizon),
                    ElementsAre(AllOf(found(ProblemKind::unknown_word, file, 3, "model.horizon",
                                            horizon == "0" || horizon == "51" ? horizon : ""),
                                      expected_says("from 1 to 50"))));
    }
}

TEST(ScenarioReader, horizon_travels_through_the_short_form) {
    const Scenario scenario =
        parse_scenario("title = \"T\"\n[model]\nhorizon = 1\nprofile = \"slow\"", file);

    EXPECT_EQ(parse_compact_form(compact_form(scenario)).horizon, scenario.horizon);
}

TEST(ScenarioReader, supply_elasticity_and_cap_on_theta_are_read_and_checked) {
    const Scenario scenario =
        parse_scenario("title = \"T\"\n[model]\nsupply_elasticity = 1.24\ntheta_cap = 8.22", file);

    EXPECT_EQ(scenario.supply_elasticity, 1.24);
    EXPECT_EQ(scenario.theta_cap, 8.22);
    EXPECT_THAT(
        problems_of("title = \"T\"\n[model]\nsupply_elasticity = -1\ntheta_cap = 0"),
        ElementsAre(
            found(ProblemKind::value_out_of_range, file, 3, "model.supply_elasticity", "-1"),
            found(ProblemKind::value_out_of_range, file, 4, "model.theta_cap", "0")));
}

TEST(ScenarioReader, tolerance_is_small_and_positive) {
    for (const std::string tolerance : {"0", "-1", "0.5", "nan"}) {
        EXPECT_THAT(problems_of("title = \"T\"\n[model]\ntolerance = " + tolerance),
                    ElementsAre(found(ProblemKind::value_out_of_range, file, 3, "model.tolerance",
                                      tolerance)));
    }
}

TEST(ScenarioReader, values_of_the_wrong_type_are_reported_together) {
    const auto problems = problems_of(
        "title = 5\nworld = \"\"\nmodel = 3\n[[measure]]\nkind = \"export_control\"\n"
        "by = [\"USA\", 3]\non = []\nshare = \"half\"\nvalid_from = \"1994-01-01\"\n");

    EXPECT_THAT(
        problems,
        ElementsAre(found(ProblemKind::wrong_type, file, 1, "title", ""),
                    found(ProblemKind::empty_value, file, 2, "world", ""),
                    found(ProblemKind::wrong_type, file, 3, "model", ""),
                    found(ProblemKind::wrong_type, file, 6, "measure[1].by", ""),
                    found(ProblemKind::wrong_type, file, 7, "measure[1].on", ""),
                    found(ProblemKind::wrong_type, file, 8, "measure[1].share", ""),
                    AllOf(found(ProblemKind::wrong_type, file, 9, "measure[1].valid_from", ""),
                          expected_says("without quotation marks"))));
}

TEST(ScenarioReader, measures_need_two_brackets) {
    EXPECT_THAT(problems_of("title = \"T\"\n[measure]\nkind = \"cut_off\"\n"),
                ElementsAre(AllOf(found(ProblemKind::wrong_type, file, 2, "measure", ""),
                                  expected_says("[[measure]]"))));
}

TEST(ScenarioReader, missing_keys_are_reported_at_the_measure) {
    EXPECT_THAT(problems_of(with_measure("")),
                ElementsAre(found(ProblemKind::missing_key, file, 2, "measure[1].kind", ""),
                            found(ProblemKind::missing_key, file, 2, "measure[1].by", ""),
                            found(ProblemKind::missing_key, file, 2, "measure[1].on", "")));
    const std::string sides = "\nby = \"USA\"\non = \"CHN\"\n";
    EXPECT_THAT(problems_of(with_measure("kind = \"tariff\"" + sides)),
                ElementsAre(found(ProblemKind::missing_key, file, 2, "measure[1].change", "")));
    EXPECT_THAT(problems_of(with_measure("kind = \"export_control\"" + sides)),
                ElementsAre(found(ProblemKind::missing_key, file, 2, "measure[1].share", "")));
}

TEST(ScenarioReader, keys_of_another_kind_are_refused) {
    EXPECT_THAT(
        problems_of(with_tariff("direction = \"both\"\nshare = 0.5")),
        ElementsAre(found(ProblemKind::misplaced_key, file, 5, "measure[1].direction", "tariff"),
                    found(ProblemKind::misplaced_key, file, 6, "measure[1].share", "tariff")));
    EXPECT_THAT(
        problems_of(
            with_measure("kind = \"cut_off\"\nby = \"USA\"\non = \"CHN\"\nchange = \"=25%\"")),
        ElementsAre(found(ProblemKind::misplaced_key, file, 6, "measure[1].change", "cut_off")));
}

TEST(ScenarioReader, changes_shares_and_dates_are_checked) {
    const std::string sides = "by = \"USA\"\non = \"CHN\"\n";

    EXPECT_THAT(
        problems_of(with_measure(sides + "kind = \"tariff\"\nchange = \"10%\"")),
        ElementsAre(AllOf(found(ProblemKind::bad_change, file, 6, "measure[1].change", "10%"),
                          expected_says("+10pp"))));
    EXPECT_THAT(
        problems_of(with_measure(sides + "kind = \"export_control\"\nshare = 25")),
        ElementsAre(found(ProblemKind::share_out_of_range, file, 6, "measure[1].share", "25")));
    EXPECT_THAT(problems_of(with_tariff("valid_from = 2026-01-01\nvalid_until = 2025-12-31")),
                ElementsAre(found(ProblemKind::value_out_of_range, file, 6,
                                  "measure[1].valid_until", "2025-12-31")));
}

TEST(ScenarioReader, a_missing_file_is_refused) {
    EXPECT_THROW(read_scenario("no-such-file.toml"), DataError);
}

TEST(ScenarioReader, shipped_nafta_tariffs_are_read) {
    const Scenario nafta = shipped("nafta-1993-2005");

    EXPECT_EQ(nafta.world, "cp2015");
    EXPECT_EQ(nafta.deficits, DeficitMode::balanced);
    ASSERT_EQ(nafta.measures.size(), 1U);
    EXPECT_EQ(nafta.measures[0].by, (Codes{"MEX", "CAN", "USA"}));
    EXPECT_EQ(nafta.measures[0].on, nafta.measures[0].by);
    EXPECT_EQ(nafta.measures[0].change, "table:2005");
}

TEST(ScenarioReader, shipped_world_tariffs_are_read) {
    const Scenario world = shipped("world-tariffs-1993-2005");

    EXPECT_EQ(world.world, "cp2015");
    ASSERT_EQ(world.measures.size(), 1U);
    EXPECT_EQ(world.measures[0].by, Codes{"*"});
    EXPECT_EQ(world.measures[0].on, Codes{"*"});
}

TEST(ScenarioReader, shipped_cut_off_is_read) {
    const Scenario cut_off = shipped("us-china-cut-off");

    EXPECT_EQ(cut_off.world, "world-2023");
    ASSERT_EQ(cut_off.measures.size(), 1U);
    EXPECT_EQ(cut_off.measures[0].kind, MeasureKind::cut_off);
    EXPECT_EQ(cut_off.measures[0].direction, TradeDirection::both);
}

TEST(ScenarioReader, shipped_ten_points_on_all_are_read) {
    const Scenario ten_points = shipped("us-plus-10-on-all");

    EXPECT_EQ(ten_points.world, "world-2023");
    ASSERT_EQ(ten_points.measures.size(), 1U);
    EXPECT_EQ(ten_points.measures[0].change, "+10pp");
    EXPECT_EQ(ten_points.measures[0].sectors.size(), 18U);
}

TEST(ScenarioReader, example_of_the_guide_is_read) {
    const std::string guide =
        read_whole_file(std::string(ENTENTE_SOURCE_DIR) + "/docs/guide/scenarios.md");
    const std::string fence = "```";
    const std::size_t start = guide.find(fence + "toml\n") + fence.size() + 5;
    const std::string example = guide.substr(start, guide.find(fence, start) - start);

    const Scenario scenario = parse_scenario(example, "scenarios.md");

    ASSERT_EQ(scenario.measures.size(), 2U);
    EXPECT_EQ(scenario.measures[1].by, Codes{"EU27"});
}

}  // namespace
}  // namespace entente
