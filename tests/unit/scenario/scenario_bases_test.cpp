// Scenarios that build on other files.

#include <gmock/gmock.h>

#include <fstream>
#include <string>
#include <vector>

#include "entente/base/error.hpp"
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
using ::testing::Field;
using testing::ScratchFolder;

/// Files with a title, a few lines, and measures.
class ScenarioBases : public ::testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& text) {
        const auto path = folder_.path() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << "title = \"" << name << "\"\n" << text;
        return path.string();
    }
    static std::string tariff(const std::string& change) {
        return "[[measure]]\nkind = \"tariff\"\nby = \"BBB\"\non = \"AAA\"\nsectors = \"GDS\"\n"
               "change = \"" +
               change + "\"\n";
    }
    static std::vector<std::string> changes(const Scenario& scenario) {
        std::vector<std::string> texts;
        for (const Measure& measure : scenario.measures) texts.push_back(measure.change);
        return texts;
    }
    static std::vector<Problem> problems_of(const std::string& path) {
        return testing::problems_thrown_by(
            [&] { make_shock(World(testing::three_countries()), read_scenario(path)); });
    }

  private:
    ScratchFolder folder_;
};

TEST_F(ScenarioBases, measures_of_bases_come_first_in_their_order) {
    write("a.toml", tariff("+1pp"));
    write("more/b.toml", "base = \"../a.toml\"\n" + tariff("+2pp"));
    write("c.toml", tariff("+3pp"));
    const auto path = write("d.toml", "base = [\"c.toml\", \"more/b.toml\"]\n" + tariff("+4pp"));

    const Scenario scenario = read_scenario(path);

    EXPECT_EQ(scenario.title, "d.toml");
    EXPECT_THAT(changes(scenario), ElementsAre("+3pp", "+1pp", "+2pp", "+4pp"));
}

TEST_F(ScenarioBases, world_model_and_retaliation_are_those_of_the_last_base_that_has_them) {
    write("a.toml",
          "world = \"cp2015\"\n[model]\ndeficits = \"fixed\"\n[retaliation]\n"
          "rule = \"reciprocal\"\n");
    const auto heir = write("b.toml", "base = \"a.toml\"\n");
    const auto own = write("c.toml",
                           "world = \"world-2023\"\nbase = \"a.toml\"\n[model]\ntolerance = 1e-8\n"
                           "[retaliation]\nrule = \"none\"\n");

    EXPECT_EQ(read_scenario(heir).world, "cp2015");
    EXPECT_EQ(read_scenario(heir).deficits, DeficitMode::fixed);
    EXPECT_EQ(read_scenario(heir).retaliation.rule, RetaliationRule::reciprocal);
    EXPECT_EQ(read_scenario(own).world, "world-2023");
    EXPECT_EQ(read_scenario(own).deficits, DeficitMode::balanced);
    EXPECT_EQ(read_scenario(own).retaliation.rule, RetaliationRule::none);
}

TEST_F(ScenarioBases, whose_answer_it_is_comes_from_the_base_even_without_a_rule) {
    write("a.toml", "[retaliation]\nrule = \"none\"\nby = \"BBB\"\nagainst = \"AAA\"\n");

    const Scenario heir = read_scenario(write("b.toml", "base = \"a.toml\"\n"));

    EXPECT_EQ(heir.retaliation.rule, RetaliationRule::none);
    EXPECT_THAT(heir.retaliation.by, ElementsAre("BBB"));
}

TEST_F(ScenarioBases, minus_takes_out_the_measures_of_a_file_wherever_they_stand) {
    write("a.toml", tariff("+1pp") + tariff("+2pp"));
    write("two.toml", "# One line more.\n" + tariff("+2pp"));
    const auto path = write("b.toml", "base = \"a.toml\"\nminus = \"two.toml\"\n" + tariff("+4pp"));

    EXPECT_THAT(changes(read_scenario(path)), ElementsAre("+1pp", "+4pp"));
}

TEST_F(ScenarioBases, what_is_not_there_cannot_be_taken_out) {
    write("a.toml", tariff("+1pp"));
    write("two.toml", tariff("+2pp"));
    const auto path = write("b.toml", "base = \"a.toml\"\nminus = [\"two.toml\"]\n");

    EXPECT_THAT(problems_of(path),
                ElementsAre(AllOf(Field("kind", &Problem::kind, ProblemKind::nothing_taken_out),
                                  Field("line", &Problem::line, 3U),
                                  Field("character", &Problem::character, 10U),
                                  expected_says("line 2 of "))));
}

TEST_F(ScenarioBases, circles_and_missing_files_are_refused_with_their_place) {
    write("a.toml", "base = \"b.toml\"\n");
    const auto path = write("b.toml", "base = [\"a.toml\", \"none.toml\"]\n");

    const auto problems = problems_of(path);

    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].kind, ProblemKind::base_in_circle);
    EXPECT_THAT(problems[0].file, ::testing::EndsWith("a.toml"));
    EXPECT_EQ(problems[0].line, 2U);
    EXPECT_EQ(problems[1].kind, ProblemKind::file_missing);
    EXPECT_EQ(problems[1].value, "none.toml");
    EXPECT_EQ(problems[1].character, 19U);
}

TEST_F(ScenarioBases, problems_of_a_base_name_its_file) {
    write("a.toml", tariff("+1"));
    write("c.toml", tariff("table:HIGH"));
    const auto unread = write("b.toml", "base = \"a.toml\"\n");
    const auto unfit = write("d.toml", "base = \"c.toml\"\n");

    ASSERT_EQ(problems_of(unread).size(), 1U);
    EXPECT_THAT(problems_of(unread)[0].file, ::testing::EndsWith("a.toml"));
    ASSERT_EQ(problems_of(unfit).size(), 1U);
    EXPECT_THAT(problems_of(unfit)[0].file, ::testing::EndsWith("c.toml"));
    EXPECT_EQ(problems_of(unfit)[0].line, 7U);
}

// In one file the same two rates contradict each other.
TEST_F(ScenarioBases, a_scenario_may_replace_a_rate_of_its_base) {
    write("a.toml", tariff("=10%"));

    EXPECT_TRUE(problems_of(write("b.toml", "base = \"a.toml\"\n" + tariff("=25%"))).empty());
    EXPECT_EQ(problems_of(write("c.toml", tariff("=10%") + tariff("=25%"))).size(), 1U);
}

}  // namespace
}  // namespace entente
