#include <gmock/gmock.h>

#include "entente/base/whole_file.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;

constexpr const char* file = "years.toml";

Scenario parsed(const std::string& text) {
    return parse_scenario("title = \"Years\"\n" + text, file);
}

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { parsed(text); });
}

std::vector<ProblemKind> kinds_of(const std::string& text) {
    std::vector<ProblemKind> kinds;
    for (const Problem& problem : problems_of(text)) kinds.push_back(problem.kind);
    return kinds;
}

TEST(PathSection, reads_years_rates_and_regimes) {
    const Scenario scenario = parsed(R"([path]
until = 2035
from = 2025
zeta = 0.2
short_run = 0.1
risk_response = 1
regime = "calm"
[[regime]]
name = "calm"
next = { calm = 0.9, hostile = 0.1 }
[[regime]]
name = "hostile"
next = { calm = 0.4, hostile = 0.6 }
)");

    ASSERT_TRUE(scenario.path);
    EXPECT_EQ(*scenario.path, (PolicyPath{.until = 2035,
                                          .from = 2025,
                                          .zeta = 0.2,
                                          .short_run = 0.1,
                                          .risk_response = 1.0,
                                          .regime = "calm"}));
    ASSERT_EQ(scenario.regimes.size(), 2U);
    EXPECT_EQ(scenario.regimes[1].next.at("calm"), 0.4);
    EXPECT_EQ(scenario.regimes[1].line, 12U);
    EXPECT_FALSE(parsed("").path);
}

TEST(PathSection, takes_the_measures_of_files_beside_it) {
    const testing::ScratchFolder folder;
    write_whole_file(folder.path() / "war.toml",
                     "title = \"War\"\n[[measure]]\nkind = \"import_ban\"\nby = \"AAA\"\non = "
                     "\"BBB\"\n");
    write_whole_file(folder.path() / "swings.toml",
                     "title = \"Swings\"\n[path]\n[[regime]]\nname = \"a\"\n[[regime]]\nname = "
                     "\"b\"\nbase = \"war.toml\"\n");

    const Scenario scenario = read_scenario(folder.path() / "swings.toml");

    EXPECT_TRUE(scenario.regimes[0].measures.empty());
    ASSERT_EQ(scenario.regimes[1].measures.size(), 1U);
    EXPECT_EQ(scenario.regimes[1].measures[0].kind, MeasureKind::import_ban);
}

TEST(PathSection, names_both_regimes_where_chances_do_not_add_up) {
    const auto problems = problems_of(R"([path]
[[regime]]
name = "calm"
next = { calm = 0.9, hostile = 0.2 }
[[regime]]
name = "hostile"
next = { calm = 0.4, hostile = 0.6 }
)");

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, ProblemKind::shares_do_not_add_up);
    EXPECT_EQ(problems[0].line, 5U);
    EXPECT_EQ(problems[0].where, "after calm");
    EXPECT_EQ(problems[0].value, "calm 0.9, hostile 0.2, together 1.1");
}

TEST(PathSection, reports_every_value_out_of_range_at_once) {
    EXPECT_THAT(kinds_of("[path]\nuntil = 2035.5\nfrom = 1200\nzeta = 0\nshort_run = 2\n"
                         "risk_response = -1\n"),
                ::testing::Each(ProblemKind::value_out_of_range));
    EXPECT_EQ(kinds_of("[path]\nuntil = 2035.5\nfrom = 1200\nzeta = 0\nshort_run = 2\n"
                       "risk_response = -1\n")
                  .size(),
              5U);
    EXPECT_THAT(kinds_of("[path]\nuntil = 2030\nfrom = 2031\n"),
                ElementsAre(ProblemKind::value_out_of_range));
}

TEST(PathSection, reports_regimes_that_make_no_chain) {
    EXPECT_THAT(kinds_of("[path]\n[[regime]]\nname = \"a\"\n"),
                ElementsAre(ProblemKind::missing_row));
    EXPECT_THAT(kinds_of("[path]\n[[regime]]\nname = \"a\"\n[[regime]]\nname = \"a\"\n"),
                ElementsAre(ProblemKind::duplicate_row));
    EXPECT_THAT(kinds_of("[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\n"),
                ElementsAre(ProblemKind::missing_key));
    EXPECT_THAT(
        kinds_of("[path]\nregime = \"c\"\n[[regime]]\nname = \"a\"\n[[regime]]\nname = \"b\"\n"),
        ElementsAre(ProblemKind::unknown_word));
    EXPECT_THAT(kinds_of("[path]\n[[regime]]\nname = \"a\"\nnext = { a = 0.5, b = 0.5 }\n"
                         "[[regime]]\nname = \"b\"\n"),
                ElementsAre(ProblemKind::missing_key));
    EXPECT_THAT(kinds_of("[path]\n[[regime]]\nname = \"a\"\nnext = { a = 1.5, b = -0.5 }\n"
                         "[[regime]]\nname = \"b\"\nnext = { a = 0.5, c = 0.5 }\n"),
                ElementsAre(ProblemKind::value_out_of_range, ProblemKind::value_out_of_range,
                            ProblemKind::missing_key, ProblemKind::unknown_key));
}

}  // namespace
}  // namespace entente
