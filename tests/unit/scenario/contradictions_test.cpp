// Measures of one file that leave nothing of each other are refused with both places.

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
using testing::found;
using ::testing::IsEmpty;
using testing::three_countries;

const std::string file = "plan.toml";

/// A measure of BBB on AAA in four lines and those given.
std::string measure(const std::string& kind, const std::string& lines,
                    const std::string& on = "AAA") {
    return "[[measure]]\nkind = \"" + kind + "\"\nby = \"BBB\"\non = \"" + on + "\"\n" + lines;
}

std::vector<Problem> problems_of(const std::string& measures) {
    return testing::problems_thrown_by([&] {
        make_shock(World(three_countries()), parse_scenario("title = \"T\"\n" + measures, file));
    });
}

TEST(ScenarioContradictions, two_rates_for_the_same_trade_are_refused) {
    EXPECT_THAT(
        problems_of(measure("tariff", "change = \"=10%\"\n") +
                    measure("tariff", "change = \"=25%\"\n")),
        ElementsAre(AllOf(found(ProblemKind::contradictory_measures, file, 11, "change", "=25%"),
                          expected_says("line 2, \"=10%\""))));
}

TEST(ScenarioContradictions, the_same_rate_and_a_part_of_the_trade_are_fine) {
    EXPECT_THAT(problems_of(measure("tariff", "change = \"=10%\"\n") +
                            measure("tariff", "change = \"=10%\"\n")),
                IsEmpty());
    EXPECT_THAT(problems_of(measure("tariff", "change = \"=10%\"\n") +
                            measure("tariff", "sectors = \"GDS\"\nchange = \"=25%\"\n")),
                IsEmpty());
    EXPECT_THAT(problems_of(measure("tariff", "change = \"=10%\"\n") +
                            measure("tariff", "change = \"+5pp\"\n")),
                IsEmpty());
}

TEST(ScenarioContradictions, a_later_day_replaces_an_earlier_one_but_not_the_other_way) {
    const std::string april = measure("tariff", "change = \"=10%\"\nvalid_from = 2025-04-05\n");
    const std::string august = measure("tariff", "change = \"=25%\"\nvalid_from = 2025-08-07\n");

    EXPECT_THAT(problems_of(april + august), IsEmpty());
    EXPECT_THAT(problems_of(august + april),
                ElementsAre(AllOf(
                    found(ProblemKind::dates_out_of_order, file, 13, "valid_from", "2025-04-05"),
                    expected_says("on or after 2025-08-07"), expected_says("line 2"))));
    EXPECT_THAT(problems_of(august + april + "valid_until = 2025-08-06\n"), IsEmpty());
}

TEST(ScenarioContradictions, changes_of_trade_that_is_stopped_are_refused) {
    const std::string ban = measure("import_ban", "sectors = \"GDS\"\n");

    EXPECT_THAT(
        problems_of(ban + measure("tariff", "sectors = \"GDS\"\nchange = \"+5pp\"\n")),
        ElementsAre(AllOf(found(ProblemKind::contradictory_measures, file, 8, "kind", "+5pp"),
                          expected_says("line 2"))));
    EXPECT_THAT(problems_of(measure("tariff", "sectors = \"GDS\"\nchange = \"+5pp\"\n") + ban),
                ElementsAre(expected_says("line 8")));
    EXPECT_THAT(problems_of(ban + measure("tariff", "change = \"+5pp\"\n")), IsEmpty());
    EXPECT_THAT(problems_of(ban + "valid_from = 2026-01-01\n" +
                            measure("tariff", "sectors = \"GDS\"\nchange = \"+5pp\"\n")),
                IsEmpty());
}

TEST(ScenarioContradictions, a_measure_that_ends_before_it_begins_names_both_places) {
    EXPECT_THAT(
        problems_of(measure("import_ban", "valid_from = 2026-01-01\nvalid_until = 2025-01-01\n")),
        ElementsAre(AllOf(
            found(ProblemKind::value_out_of_range, file, 7, "measure[1].valid_until", "2025-01-01"),
            expected_says("2026-01-01 on line 6"))));
}

}  // namespace
}  // namespace entente
