// Scenarios as one line: everything a file says comes back.

#include "entente/scenario/compact_form.hpp"

#include <gmock/gmock.h>

#include <string>

#include "entente/base/error.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using testing::expected_says;
using testing::fix_says;

/// The scenario without files and lines.
Scenario without_places(Scenario scenario) {
    scenario.file.clear();
    scenario.retaliation.file.clear();
    scenario.retaliation.line = 0;
    const auto clear = [](std::vector<Measure>& measures) {
        for (Measure& measure : measures) {
            measure.line = 0;
            measure.file.clear();
        }
    };
    clear(scenario.measures);
    for (PolicyRegime& regime : scenario.regimes) {
        regime.line = 0;
        regime.retaliation.line = 0;
        regime.retaliation.file.clear();
        clear(regime.measures);
    }
    return scenario;
}

std::vector<Problem> problems_of(const std::string& text) {
    return testing::problems_thrown_by([&] { parse_compact_form(text); });
}

constexpr std::string_view every_key = R"(title = "Every key: 100 % of \"it\", é"
world = "world-2023"
[model]
deficits = "fixed"
supply_elasticity = 1.24
theta_cap = 8.22
tolerance = 1e-8
[[measure]]
kind = "tariff"
by = ["USA", "EU27"]
on = "*"
sectors = ["MVH", "MET"]
change = "+10.5pp"
valid_from = 2025-04-03
valid_until = 2026-04-03
source = "https://example.org/a?b=c&d~e#f"
[[measure]]
kind = "trade_cost"
by = "USA"
on = "FIVE_EYES"
direction = "both"
change = "beta:-0.25"
[[measure]]
kind = "export_control"
by = "USA"
on = "CHN"
share = 0.1
[[measure]]
kind = "import_ban"
by = "A-1"
on = "B.2 & C"
[[measure]]
kind = "cut_off"
by = "USA"
on = "CHN"
direction = "exports"
[[measure]]
kind = "fta"
by = "MERCOSUR"
tariff = "swiss:8"
trade_cost = "-5%"
[[measure]]
kind = "investment_screening"
by = "USA"
on = "CHN"
[[measure]]
kind = "finance_offer"
by = "CHN"
on = "ETH"
[retaliation]
rule = "proportional"
by = ["CHN", "EU27"]
against = "USA"
factor = 0.5
source = "a list"
)";

TEST(CompactForm, everything_a_file_says_comes_back) {
    const Scenario scenario = parse_scenario(every_key, "plan.toml");

    const std::string compact = compact_form(scenario);

    EXPECT_EQ(without_places(parse_compact_form(compact)), without_places(scenario));
    EXPECT_EQ(compact_form(parse_compact_form(compact)), compact);
}

TEST(CompactForm, only_characters_that_web_addresses_keep_are_used) {
    const std::string compact = compact_form(parse_scenario(every_key, "plan.toml"));

    ASSERT_TRUE(is_compact_form(compact));
    EXPECT_EQ(compact.substr(2).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                  "abcdefghijklmnopqrstuvwxyz0123456789-._~"),
              std::string::npos);
}

TEST(CompactForm, a_plain_scenario_is_short_enough_to_read) {
    const Scenario scenario = parse_scenario(
        "title = \"Ten points\"\n[[measure]]\nkind = \"tariff\"\nby = \"USA\"\n"
        "on = [\"CHN\", \"VNM\"]\nchange = \"+10pp\"\n",
        "plan.toml");

    EXPECT_EQ(compact_form(scenario),
              "s:title~Ten.20points~~measure~kind~tariff~by~USA~on~CHN..VNM~change~.2B10pp");
    EXPECT_EQ(open_scenario(compact_form(scenario)).measures.size(), 1U);
}

TEST(CompactForm, years_ahead_and_regimes_come_back) {
    const Scenario scenario = parse_scenario(R"(title = "Swings"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+10pp"
valid_until = 2030-06-30
[path]
until = 2040
from = 2025
zeta = 0.25
short_run = 0.1
risk_response = 0.5
regime = "trade war"
[[regime]]
name = "calm"
next = { calm = 0.875, "trade war" = 0.125 }
[[regime]]
name = "trade war"
next = { calm = 0.25, "trade war" = 0.75 }
[[regime.measure]]
kind = "tariff"
by = "USA"
on = "*"
sectors = "HS2022:8703"
change = "+20pp"
[[regime.measure]]
kind = "import_ban"
by = "USA"
on = "RUS"
[regime.retaliation]
rule = "reciprocal"
by = "CHN"
against = "USA"
)",
                                             "plan.toml");

    const std::string compact = compact_form(scenario);

    EXPECT_EQ(scenario.regimes[1].measures.size(), 2U);
    EXPECT_EQ(without_places(parse_compact_form(compact)), without_places(scenario));
    EXPECT_EQ(compact_form(parse_compact_form(compact)), compact);
}

TEST(CompactForm, it_is_checked_as_a_file_is) {
    EXPECT_THAT(problems_of("s:title~T~~measure~kind~tarif~by~USA~on~CHN"),
                ElementsAre(fix_says("write tariff")));
    EXPECT_THAT(problems_of("s:titel~T"),
                ElementsAre(fix_says("write title"),
                            ::testing::Field("kind", &Problem::kind, ProblemKind::missing_key)));
    EXPECT_THAT(problems_of("s:title~T~~measure~kind~cut_off~by~USA~on~CHN~valid_from~soon"),
                ElementsAre(expected_says("a date")));
    EXPECT_THAT(problems_of("s:title~T~~model~tolerance~small"),
                ElementsAre(expected_says("a number")));
}

TEST(CompactForm, what_cannot_be_read_is_refused) {
    for (const std::string text :
         {"title~T", "s:title", "s:title~T~title~U", "s:title~.2", "s:title~.ZZ", "s:title~a b",
          "s:title~T~~measures~kind~tariff", "s:title~T~~model~tolerance~1~~model~tolerance~1",
          "s:title~T~base~a.2Etoml", "s:title~T~~measure~kind",
          "s:title~T~~regime-measure~kind~tariff", "s:title~T~regime~A~~regime-next~A~1",
          "s:title~T~measure~A~~measure~kind~tariff", "s:title~T~~regime~name~A~base~a.2Etoml",
          "s:title~T~~path~until~2040~~path~until~2041"}) {
        const auto problems = problems_of(text);
        ASSERT_EQ(problems.size(), 1U) << text;
        EXPECT_EQ(problems[0].kind, ProblemKind::bad_compact_form) << text;
    }
}

TEST(CompactForm, every_shipped_scenario_comes_back) {
    const std::filesystem::path folder = std::string(ENTENTE_SOURCE_DIR) + "/scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const Scenario scenario = read_scenario(entry.path());
        if (scenario.uncertainty) {
            EXPECT_THROW(compact_form(scenario), OptionError) << entry.path();
            continue;
        }
        EXPECT_EQ(without_places(parse_compact_form(compact_form(scenario))),
                  without_places(scenario))
            << entry.path();
    }
}

}  // namespace
}  // namespace entente
