// How countries answer tariffs, in a world where BBB taxes goods from AAA at 10 percent.

#include <gmock/gmock.h>

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
using testing::fix_says;
using testing::found;
using testing::three_countries;

const std::string file = "plan.toml";

/// AAA raises its tariffs on goods of all by 20 points; lines of the retaliation start on line 9.
std::string answered(const std::string& retaliation) {
    return "title = \"T\"\n[[measure]]\nkind = \"tariff\"\nby = \"AAA\"\non = \"*\"\n"
           "sectors = \"GDS\"\nchange = \"+20pp\"\n[retaliation]\n" +
           retaliation;
}

Shock shock_of(const std::string& text) {
    return make_shock(World(three_countries()), parse_scenario(text, file));
}

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { shock_of(text); });
}

TEST(Retaliation, reciprocal_answers_add_the_same_points_on_the_same_sectors) {
    const Shock shock = shock_of(answered("rule = \"reciprocal\"\n"));

    // BBB had 10 percent on goods of AAA.
    EXPECT_DOUBLE_EQ(shock.tariff_rate(0, 1, 0), 0.30);
    EXPECT_DOUBLE_EQ(shock.tariff_rate(0, 2, 0), 0.20);
    EXPECT_EQ(shock.tariff_rate(0, 1, 1), 0.0);
    // Nobody answers those who raised nothing, and answers are not answered.
    EXPECT_EQ(shock.tariff_rate(1, 2, 0), 0.0);
    EXPECT_DOUBLE_EQ(shock.tariff_rate(1, 0, 0), 0.20);
}

TEST(Retaliation, proportional_answers_are_scaled) {
    const Shock shock = shock_of(answered("rule = \"proportional\"\nfactor = 0.5\n"));

    EXPECT_DOUBLE_EQ(shock.tariff_rate(0, 1, 0), 0.20);
    EXPECT_DOUBLE_EQ(shock.tariff_rate(0, 2, 0), 0.10);
}

TEST(Retaliation, only_those_named_answer_only_those_named) {
    const Shock by_one = shock_of(answered("rule = \"reciprocal\"\nby = \"CCC\"\n"));
    const Shock against_other = shock_of(answered("rule = \"reciprocal\"\nagainst = \"BBB\"\n"));

    EXPECT_DOUBLE_EQ(by_one.tariff_rate(0, 1, 0), 0.10);
    EXPECT_DOUBLE_EQ(by_one.tariff_rate(0, 2, 0), 0.20);
    EXPECT_DOUBLE_EQ(against_other.tariff_rate(0, 2, 0), 0.0);
}

TEST(Retaliation, no_rule_and_no_raised_tariff_give_no_answer) {
    EXPECT_EQ(shock_of(answered("rule = \"none\"\n")).tariff_rate(0, 2, 0), 0.0);
    const Shock cut = shock_of(
        "title = \"T\"\n[[measure]]\nkind = \"tariff\"\nby = \"BBB\"\non = \"AAA\"\n"
        "change = \"-50%\"\n[retaliation]\nrule = \"reciprocal\"\n");
    EXPECT_EQ(cut.tariff_rate(1, 0, 0), 0.0);
    EXPECT_TRUE(
        shock_of("title = \"T\"\n[retaliation]\nrule = \"reciprocal\"\n").tariff_rate.empty());
}

TEST(Retaliation, mistakes_name_their_place) {
    EXPECT_THAT(problems_of(answered("rule = \"reciprokal\"\n")),
                ElementsAre(AllOf(
                    found(ProblemKind::unknown_word, file, 9, "retaliation.rule", "reciprokal"),
                    fix_says("write reciprocal"))));
    EXPECT_THAT(problems_of(answered("by = \"*\"\n")),
                ElementsAre(found(ProblemKind::missing_key, file, 8, "retaliation.rule", "")));
    EXPECT_THAT(problems_of(answered("rule = \"reciprocal\"\nfactor = 2\n")),
                ElementsAre(found(ProblemKind::misplaced_key, file, 10, "retaliation.factor", "")));
    EXPECT_THAT(problems_of(answered("rule = \"proportional\"\nfactor = 11\n")),
                ElementsAre(AllOf(
                    found(ProblemKind::value_out_of_range, file, 10, "retaliation.factor", "11"),
                    expected_says("0 to 10"))));
    EXPECT_THAT(problems_of(answered("rule = \"reciprocal\"\nby = [\"BBB\", \"CCX\"]\n")),
                ElementsAre(AllOf(found(ProblemKind::not_in_world, file, 10, "by", "CCX"),
                                  fix_says("write CCC"))));
}

}  // namespace
}  // namespace entente
