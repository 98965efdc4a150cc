#include "entente/scenario/make_shock.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/world/world_files.hpp"
#include "support/problem_matchers.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::expected_says;
using ::testing::Field;
using testing::fix_says;
using testing::found;
using testing::three_countries;
using testing::where_is;

const std::string file = "plan.toml";

/// AAA, BBB, CCC with GDS and SRV, where BBB taxes goods from AAA at 10 percent, and a table LOW
/// that taxes them at 4 percent. FORMER was a group of AAA and CCC until 2010.
World tiny_world() {
    WorldData data = three_countries();
    data.alternative_tariffs["LOW"] = Array3<double>(3, 3, 2);
    data.alternative_tariffs["LOW"](0, 1, 0) = 0.04;
    for (const std::string country : {"AAA", "CCC"}) {
        data.memberships.push_back(
            {.group = "FORMER", .country = country, .valid_to = parse_date("2010-12-31")});
    }
    return World(data);
}

Shock shock_of(const std::vector<Measure>& measures) {
    return make_shock(tiny_world(), {.measures = measures, .file = file});
}

std::vector<Problem> problems_of(const std::vector<Measure>& measures) {
    return testing::problems_thrown_by([&] { shock_of(measures); });
}

/// BBB changes its tariffs on AAA.
Measure tariff(const std::string& change) {
    return {.by = {"BBB"}, .on = {"AAA"}, .change = change, .line = 7};
}

Measure cut_off(std::vector<std::string> by, std::vector<std::string> on) {
    return {.kind = MeasureKind::cut_off,
            .by = std::move(by),
            .on = std::move(on),
            .direction = TradeDirection::both,
            .line = 7};
}

/// Cells of the array that differ from the value, as "AAA BBB GDS".
std::vector<std::string> cells_unlike(const Array3<double>& array, double value) {
    const World world = tiny_world();
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t n = 0; n < 3; ++n) {
            for (std::size_t s = 0; s < 2; ++s) {
                if (array(i, n, s) == value) continue;
                cells.push_back(world.countries()[i] + " " + world.countries()[n] + " " +
                                world.sectors()[s]);
            }
        }
    }
    return cells;
}

TEST(ScenarioShock, no_measure_leaves_all_arrays_empty) {
    const Shock shock = shock_of({});

    EXPECT_TRUE(shock.tariff_rate.empty());
    EXPECT_TRUE(shock.trade_cost_hat.empty());
    EXPECT_TRUE(shock.share_factor.empty());
}

TEST(ScenarioShock, tariffs_are_added_scaled_set_and_taken_from_tables) {
    // From 10 percent.
    EXPECT_DOUBLE_EQ(shock_of({tariff("+10pp")}).tariff_rate(0, 1, 0), 0.20);
    EXPECT_DOUBLE_EQ(shock_of({tariff("-5pp")}).tariff_rate(0, 1, 0), 0.05);
    EXPECT_DOUBLE_EQ(shock_of({tariff("-50%")}).tariff_rate(0, 1, 0), 0.05);
    EXPECT_DOUBLE_EQ(shock_of({tariff("+20%")}).tariff_rate(0, 1, 0), 0.12);
    EXPECT_DOUBLE_EQ(shock_of({tariff("=25%")}).tariff_rate(0, 1, 0), 0.25);
    EXPECT_DOUBLE_EQ(shock_of({tariff("table:LOW")}).tariff_rate(0, 1, 0), 0.04);
}

TEST(ScenarioShock, a_tariff_touches_its_own_cells_and_array_alone) {
    Measure measure = tariff("=25%");
    measure.by = {"CCC"};
    measure.sectors = {"SRV"};

    const Shock shock = shock_of({measure});

    EXPECT_THAT(cells_unlike(shock.tariff_rate, 0.0), ElementsAre("AAA BBB GDS", "AAA CCC SRV"));
    EXPECT_EQ(shock.tariff_rate(0, 1, 0), 0.10);
    EXPECT_TRUE(shock.trade_cost_hat.empty());
    EXPECT_TRUE(shock.share_factor.empty());
}

TEST(ScenarioShock, measures_apply_to_the_result_of_those_before) {
    EXPECT_DOUBLE_EQ(shock_of({tariff("+10pp"), tariff("-50%")}).tariff_rate(0, 1, 0), 0.10);
    EXPECT_DOUBLE_EQ(shock_of({tariff("-50%"), tariff("+10pp")}).tariff_rate(0, 1, 0), 0.15);
}

TEST(ScenarioShock, a_star_leaves_out_trade_of_a_country_with_itself) {
    Measure measure = tariff("=25%");
    measure.by = {"*"};
    measure.on = {"*"};
    measure.sectors = {"*"};

    const Shock shock = shock_of({measure});

    EXPECT_EQ(cells_unlike(shock.tariff_rate, 0.0).size(), 12U);
    EXPECT_EQ(cells_unlike(shock.tariff_rate, 0.25).size(), 6U);
    for (std::size_t n = 0; n < 3; ++n) EXPECT_EQ(shock.tariff_rate(n, n, 0), 0.0);
}

TEST(ScenarioShock, trade_costs_multiply_costs_of_imports) {
    Measure measure = tariff("x0.9");
    measure.kind = MeasureKind::trade_cost;
    Measure more = measure;
    more.change = "+5%";

    const Shock shock = shock_of({measure, more});

    EXPECT_DOUBLE_EQ(shock.trade_cost_hat(0, 1, 0), 0.9 * 1.05);
    EXPECT_THAT(cells_unlike(shock.trade_cost_hat, 1.0), ElementsAre("AAA BBB GDS", "AAA BBB SRV"));
    EXPECT_TRUE(shock.tariff_rate.empty());
}

TEST(ScenarioShock, both_directions_change_a_cell_once) {
    Measure measure = tariff("x2");
    measure.kind = MeasureKind::trade_cost;
    measure.direction = TradeDirection::both;
    measure.by = measure.on = {"DUO"};
    measure.sectors = {"GDS"};

    const Shock shock = shock_of({measure});

    EXPECT_THAT(cells_unlike(shock.trade_cost_hat, 1.0), ElementsAre("AAA BBB GDS", "BBB AAA GDS"));
    EXPECT_EQ(shock.trade_cost_hat(0, 1, 0), 2.0);
}

TEST(ScenarioShock, partial_effects_multiply_trade_shares) {
    Measure measure = tariff("beta:0.5");
    measure.kind = MeasureKind::trade_cost;
    measure.direction = TradeDirection::exports;

    const Shock shock = shock_of({measure});

    EXPECT_THAT(cells_unlike(shock.share_factor, 1.0), ElementsAre("BBB AAA GDS", "BBB AAA SRV"));
    EXPECT_DOUBLE_EQ(shock.share_factor(1, 0, 0), std::exp(0.5));
    EXPECT_TRUE(shock.trade_cost_hat.empty());
}

TEST(ScenarioShock, export_controls_stop_a_share_of_exports) {
    const Measure control{.kind = MeasureKind::export_control,
                          .by = {"AAA"},
                          .on = {"CCC"},
                          .sectors = {"GDS"},
                          .share = 0.25};

    const Shock shock = shock_of({control, control});

    EXPECT_THAT(cells_unlike(shock.share_factor, 1.0), ElementsAre("AAA CCC GDS"));
    EXPECT_DOUBLE_EQ(shock.share_factor(0, 2, 0), 0.75 * 0.75);
}

TEST(ScenarioShock, import_bans_stop_imports) {
    const Shock shock = shock_of(
        {{.kind = MeasureKind::import_ban, .by = {"AAA"}, .on = {"DUO"}, .sectors = {"GDS"}}});

    EXPECT_THAT(cells_unlike(shock.share_factor, 1.0), ElementsAre("BBB AAA GDS"));
    EXPECT_EQ(shock.share_factor(1, 0, 0), 0.0);
}

TEST(ScenarioShock, cut_offs_stop_trade_both_ways) {
    Measure measure = cut_off({"AAA"}, {"CCC"});
    measure.sectors = {"GDS"};

    EXPECT_THAT(cells_unlike(shock_of({measure}).share_factor, 1.0),
                ElementsAre("AAA CCC GDS", "CCC AAA GDS"));
    measure.direction = TradeDirection::exports;
    EXPECT_THAT(cells_unlike(shock_of({measure}).share_factor, 1.0), ElementsAre("AAA CCC GDS"));
}

TEST(ScenarioShock, groups_have_the_members_of_the_first_day) {
    Measure measure = cut_off({"FORMER"}, {"BBB"});
    measure.sectors = {"GDS"};
    measure.direction = TradeDirection::imports;
    measure.valid_from = parse_date("2005-01-01");

    EXPECT_THAT(cells_unlike(shock_of({measure}).share_factor, 1.0),
                ElementsAre("BBB AAA GDS", "BBB CCC GDS"));
    measure.valid_from.reset();
    EXPECT_THAT(problems_of({measure}),
                ElementsAre(found(ProblemKind::measure_without_cells, file, 7, "on", "")));
}

TEST(ScenarioShock, unknown_codes_of_all_measures_are_reported_together) {
    Measure measure = tariff("=25%");
    measure.by = {"AAB", "DUOO"};
    measure.sectors = {"GDX"};
    Measure other = cut_off({"AAA"}, {"CCX", "ZZZZZZ"});
    other.line = 12;

    EXPECT_THAT(problems_of({measure, other}),
                ElementsAre(AllOf(found(ProblemKind::not_in_world, file, 7, "by", "AAB"),
                                  fix_says("write AAA if that was meant"),
                                  expected_says("three-countries")),
                            AllOf(found(ProblemKind::not_in_world, file, 7, "by", "DUOO"),
                                  fix_says("write DUO if that was meant")),
                            AllOf(found(ProblemKind::not_in_world, file, 7, "sectors", "GDX"),
                                  fix_says("write GDS if that was meant")),
                            AllOf(found(ProblemKind::not_in_world, file, 12, "on", "CCX"),
                                  fix_says("write CCC if that was meant")),
                            AllOf(found(ProblemKind::not_in_world, file, 12, "on", "ZZZZZZ"),
                                  Field("fix", &Problem::fix, ""))));
}

TEST(ScenarioShock, a_country_cannot_be_aimed_at_itself) {
    EXPECT_THAT(problems_of({cut_off({"AAA"}, {"AAA"})}),
                ElementsAre(found(ProblemKind::measure_on_itself, file, 7, "on", "AAA")));
    EXPECT_TRUE(problems_of({cut_off({"AAA", "BBB"}, {"AAA", "BBB"})}).empty());
    EXPECT_TRUE(problems_of({cut_off({"DUO"}, {"DUO"})}).empty());
}

auto stands_at(std::size_t line, std::size_t character) {
    return AllOf(Field("line", &Problem::line, line),
                 Field("character", &Problem::character, character));
}

TEST(ScenarioShock, problems_name_the_place_of_the_value) {
    const Scenario scenario = parse_scenario(R"(title = "T"
[[measure]]
kind = "tariff"
by = ["BBB", "BBX"]
on = "AAX"
sectors = ["GDS",
           "GDX"]
change = "table:HIGH"
[[measure]]
kind = "tariff"
by = "BBB"
on = "AAA"
change =   "table:HIGH"
)",
                                             file);

    try {
        make_shock(tiny_world(), scenario);
        FAIL() << "no problem was found";
    } catch (const DataError& error) {
        EXPECT_THAT(error.problems(), ElementsAre(stands_at(4, 14), stands_at(5, 6),
                                                  stands_at(7, 12), stands_at(13, 12)));
        EXPECT_THAT(describe(error.problems()[0]),
                    ::testing::StartsWith("plan.toml, line 4, character 14, column by: "));
    }
}

TEST(ScenarioShock, unknown_tables_are_reported_with_those_there_are) {
    EXPECT_THAT(problems_of({tariff("table:HIGH")}),
                ElementsAre(AllOf(found(ProblemKind::unknown_table, file, 7, "change", "HIGH"),
                                  expected_says("LOW"))));
}

TEST(ScenarioShock, a_world_without_tables_says_so) {
    try {
        make_shock(World(three_countries()), {.measures = {tariff("table:LOW")}});
        FAIL() << "no problem was found";
    } catch (const DataError& error) {
        EXPECT_THAT(error.problems(), ElementsAre(expected_says("has no tables")));
    }
}

TEST(ScenarioShock, rates_of_minus_one_are_reported_by_cell) {
    EXPECT_THAT(problems_of({tariff("=-100%")}),
                ElementsAre(AllOf(found(ProblemKind::value_out_of_range, file, 7, "change", "-1"),
                                  where_is("AAA to BBB, GDS")),
                            where_is("AAA to BBB, SRV")));
}

TEST(ScenarioShock, changes_and_shares_of_programs_are_checked_too) {
    Measure control = cut_off({"AAA"}, {"BBB"});
    control.kind = MeasureKind::export_control;
    control.share = 1.5;

    EXPECT_THAT(problems_of({tariff("10%"), control}),
                ElementsAre(found(ProblemKind::bad_change, file, 7, "change", "10%"),
                            found(ProblemKind::share_out_of_range, file, 7, "share", "1.5")));
}

// The scenarios that come with the program fit the worlds that do.
TEST(ScenarioShock, shipped_scenarios_fit_their_worlds) {
    const std::string root = ENTENTE_SOURCE_DIR;
    const World cp2015 = read_tidy_folder(root + "/data/cp2015");
    const World world_2023 = read_tidy_folder(root + "/data/world-2023");

    const Shock nafta = make_shock(cp2015, read_scenario(root + "/scenarios/nafta-1993-2005.toml"));
    const Shock all =
        make_shock(cp2015, read_scenario(root + "/scenarios/world-tariffs-1993-2005.toml"));
    const Shock cut =
        make_shock(world_2023, read_scenario(root + "/scenarios/us-china-cut-off.toml"));
    const Shock ten =
        make_shock(world_2023, read_scenario(root + "/scenarios/us-plus-10-on-all.toml"));

    EXPECT_NE(nafta.tariff_rate, cp2015.tariff_rate());
    EXPECT_EQ(all.tariff_rate, cp2015.data().alternative_tariffs.at("2005"));
    EXPECT_FALSE(cut.share_factor.empty());
    EXPECT_NE(ten.tariff_rate, world_2023.tariff_rate());
}

}  // namespace
}  // namespace entente
