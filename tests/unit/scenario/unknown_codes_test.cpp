// Mistakes of form and codes that the world lacks are reported together, by file and line.

#include "entente/scenario/unknown_codes.hpp"

#include <gmock/gmock.h>

#include <string>

#include "entente/base/problem_order.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::expected_says;
using testing::fix_says;
using testing::found;
using ::testing::IsEmpty;
using testing::three_countries;

const std::string file = "plan.toml";

/// All that is wrong with the draft of a text, or of a file if `text` is empty.
std::vector<Problem> problems_of(const std::string& text, const std::string& name = file) {
    Problems problems;
    const Scenario draft =
        text.empty() ? draft_scenario(name, problems) : draft_scenario(text, name, problems);
    report_unknown_codes(World(three_countries()), draft, nullptr, problems);
    return by_place(problems);
}

TEST(UnknownCodes, form_and_codes_come_together_by_line) {
    const auto problems = problems_of(R"(title = "T"
[[measure]]
kind = "tariff"
by = ["BBB", "BBX"]
on = "AAA"
change = "10"
[[measure]]
kind = "tariff"
by = "BBB"
on = "AAB"
sectors = "GDX"
change = "+10pp"
[model]
tolerance = 1
)");

    EXPECT_THAT(
        problems,
        ElementsAre(found(ProblemKind::not_in_world, file, 4, "by", "BBX"),
                    found(ProblemKind::bad_change, file, 6, "measure[1].change", "10"),
                    AllOf(found(ProblemKind::not_in_world, file, 10, "on", "AAB"), fix_says("AAA")),
                    found(ProblemKind::not_in_world, file, 11, "sectors", "GDX"),
                    found(ProblemKind::value_out_of_range, file, 14, "model.tolerance", "1")));
    EXPECT_EQ(problems[0].character, 14U);
}

TEST(UnknownCodes, retaliation_and_regimes_are_looked_up) {
    const testing::ScratchFolder folder;
    write_whole_file(folder.path() / "hostile.toml", R"(title = "H"
[[measure]]
kind = "cut_off"
by = "AAA"
on = "CCX"
)");
    const std::string name = (folder.path() / "plan.toml").string();
    write_whole_file(name, R"(title = "T"
retaliation = { rule = "reciprocal", by = "ZZZ" }
[path]
until = 2030.5
[[regime]]
name = "calm"
[[regime]]
name = "hostile"
base = "hostile.toml"
)");

    EXPECT_THAT(
        problems_of("", name),
        ElementsAre(found(ProblemKind::not_in_world, (folder.path() / "hostile.toml").string(), 5,
                          "on", "CCX"),
                    found(ProblemKind::not_in_world, name, 2, "by", "ZZZ"),
                    found(ProblemKind::value_out_of_range, name, 4, "path.until", "2030.5")));
}

TEST(UnknownCodes, measures_that_are_whole_are_held_against_each_other) {
    const std::string whole = R"(title = "T"
[[measure]]
kind = "tariff"
by = "BBB"
on = "AAA"
change = "=10%"
[[measure]]
kind = "tariff"
by = "BBB"
on = "AAA"
change = "=25%"
)";

    EXPECT_THAT(
        problems_of(whole + "[[measure]]\nkind = \"tariff\"\nby = \"BBB\"\non = \"AAA\"\n"),
        ElementsAre(AllOf(found(ProblemKind::contradictory_measures, file, 11, "change", "=25%"),
                          expected_says("line 2, \"=10%\"")),
                    found(ProblemKind::missing_key, file, 12, "measure[3].change", "")));
}

TEST(UnknownCodes, one_mistake_is_reported_once) {
    EXPECT_THAT(problems_of(R"(title = "T"
[[measure]]
kind = "tariff"
by = "BBB"
on = "AAA"
sectors = "HS2022:12345"
change = "+10pp"
)"),
                ElementsAre(found(ProblemKind::unknown_word, file, 6, "measure[1].sectors",
                                  "HS2022:12345")));
}

TEST(UnknownCodes, every_wrong_entry_of_a_list_has_its_own_place) {
    const auto problems = problems_of(R"(title = "T"
[[measure]]
kind = "cut_off"
by = "BBB"
on = ["AAA",
      7,
      ""]
)");

    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].line, 6U);
    EXPECT_EQ(problems[1].line, 7U);
    EXPECT_EQ(problems[1].character, 7U);
}

TEST(UnknownCodes, nothing_is_said_of_a_scenario_that_is_right) {
    EXPECT_THAT(problems_of(R"(title = "T"
[[measure]]
kind = "subsidy"
by = "DUO"
sectors = "GDS"
change = "+5pp"
[[measure]]
kind = "fta"
by = "*"
tariff = "=0%"
)"),
                IsEmpty());
}

TEST(UnknownCodes, problems_of_codes_are_sorted_by_place_too) {
    const auto problems = testing::problems_thrown_by([] {
        make_shock(World(three_countries()), parse_scenario(R"(title = "T"
[retaliation]
rule = "reciprocal"
by = "ZZZ"
[[measure]]
kind = "tariff"
by = "BBX"
on = "AAA"
change = "+10pp"
)",
                                                            file));
    });

    EXPECT_THAT(problems, ElementsAre(found(ProblemKind::not_in_world, file, 4, "by", "ZZZ"),
                                      found(ProblemKind::not_in_world, file, 7, "by", "BBX")));
}

}  // namespace
}  // namespace entente
