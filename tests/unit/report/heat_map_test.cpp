#include "entente/report/heat_map/heat_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "entente/report/heat_map/validation.hpp"
#include "support/html_check.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

HeatMapRow row(const std::string& code, double a, double b) {
    return {.code = code,
            .name = "Land " + code,
            .ties = {PoleTie{.exposure = a, .reverse_exposure = 0.001, .trade_share = 0.25},
                     PoleTie{.exposure = b, .reverse_exposure = 0.002, .trade_share = 0.5}},
            .effective_partners = 3.5,
            .estimated_share = 0.25};
}

HeatMap map_of(std::vector<HeatMapRow> countries) {
    return {.world = {.name = "tiny", .base_year = 2020, .content_hash = "abc123"},
            .poles = {Pole{"USA", "United States"}, Pole{"CHN", "China"}},
            .method = ExposureMethod::closed_form,
            .countries = std::move(countries),
            .thresholds = LevelThresholds{0.01, 0.02, 0.03, 0.04},
            .num_economies = 2};
}

std::string csv(const HeatMap& map) {
    return render(map, {.format = Format::csv});
}

TEST(HeatMapReport, csv_columns_stand_in_the_order_users_rely_on) {
    EXPECT_THAT(
        csv(map_of({})),
        ::testing::StartsWith(
            "iso3,name,exposure_us_pct,exposure_china_pct,us_plus_class,hedging_activity,"
            "hedging_low,hedging_high,hedging_label,hedging_label_probability,"
            "reversal_probability,reversal_low,reversal_high,reversal_label,reversal_signs,notes,"
            "estimated_share,position,activity,security_ambiguity,signals_share,as_of,"
            "exposure_method,exposure_us_low,exposure_us_high,exposure_china_low,"
            "exposure_china_high,trade_share_us,trade_share_china,effective_partners,"
            "us_exposure_to_country_pct,china_exposure_to_country_pct,kind,"));
}

TEST(HeatMapReport, losses_are_percent_and_shares_are_parts_of_one) {
    EXPECT_THAT(
        csv(map_of({row("AAA", 0.025, 0.0125)})),
        HasSubstr("\nAAA,Land AAA,2.5,1.25,,,,,,,,,,,,Loses 2.0 times as much without "
                  "the US as without China.,0.25,,,,,losses 2020,closed_form,,,,,0.25,0.5,3.5,"));
}

TEST(HeatMapReport, other_poles_rename_the_columns) {
    HeatMap map = map_of({row("AAA", 0.02, 0.01)});
    map.poles = {Pole{"RUS", "Russia"}, Pole{"EU27", "EU27"}};

    const Table table = heat_map_table(map);

    EXPECT_EQ(table.columns[2].name, "exposure_rus_pct");
    EXPECT_EQ(table.columns[3].name, "exposure_eu27_pct");
    EXPECT_EQ(table.columns[4].name, "rus_plus_class");
    EXPECT_THAT(csv(map), HasSubstr("eu27_exposure_to_country_pct"));
}

TEST(HeatMapReport, intervals_of_losses_stand_in_files_and_on_the_page) {
    HeatMap map = map_of({row("AAA", 0.02, 0.01)});
    map.method = ExposureMethod::ge;
    map.countries[0].ties[0].exposure_interval = LossInterval{.low = 0.015, .high = 0.03125};
    map.intervals = {.layer = {.name = "exposure", .content_hash = "12ab", .sources = {}},
                     .num_draws = 200,
                     .seed = 1};

    EXPECT_THAT(csv(map), HasSubstr(",ge,1.5,3.125,,,"));
    EXPECT_THAT(render(map, {.format = Format::html}), HasSubstr("1.50 to 3.12"));
    for (const Format format : {Format::text, Format::md, Format::html}) {
        EXPECT_THAT(render(map, {.format = format}), HasSubstr("200 exact solves"));
    }
    EXPECT_THAT(render(map, {.format = Format::json}), HasSubstr("\"draws\": 200"));
}

TEST(HeatMapReport, intervals_that_are_missing_are_empty_with_the_reason) {
    HeatMap map = map_of({row("AAA", 0.02, 0.01)});
    map.method = ExposureMethod::ge;
    map.intervals.missing = "No draws are stored.";

    EXPECT_THAT(csv(map), HasSubstr(",ge,,,,,"));
    EXPECT_THAT(render(map, {.format = Format::text}), HasSubstr("No draws are stored."));
    EXPECT_THAT(columns_not_measured_yet(map), ::testing::IsEmpty());
}

TEST(HeatMapReport, risk_stands_in_files_and_on_the_page_with_its_interval) {
    HeatMap map = map_of({row("AAA", 0.02, 0.01)});
    map.countries[0].risk = RowRisk{0.125, 0.05, 0.25, "Medium to High, not separable"};

    EXPECT_THAT(csv(map), HasSubstr("0.125,0.05,0.25,\"Medium to High, not separable\""));
    const std::string page = render(map, {.format = Format::html});
    EXPECT_THAT(page, HasSubstr("5 to 25%"));
    EXPECT_THAT(page, HasSubstr("cannot rank close allies"));
}

TEST(HeatMapReport, json_has_null_for_what_is_not_measured_and_keeps_groups_apart) {
    HeatMap map = map_of({row("AAA", 1.0 / 3.0, 0.01)});
    map.groups = {row("GGG", 0.02, 0.01)};
    map.groups[0].members = {"AAA"};

    const auto json = nlohmann::json::parse(render(map, {.format = Format::json}));

    ASSERT_EQ(json["countries"].size(), 1U);
    EXPECT_TRUE(json["countries"][0]["hedging_activity"].is_null());
    EXPECT_EQ(json["countries"][0]["exposure_us_pct"].get<double>(), 100.0 * (1.0 / 3.0));
    ASSERT_EQ(json["groups"].size(), 1U);
    EXPECT_EQ(json["groups"][0]["kind"], "group");
    EXPECT_EQ(json["world"]["content_hash"], "abc123");
}

TEST(HeatMapReport, a_missing_loss_is_an_empty_cell_with_its_reason) {
    const double missing = std::numeric_limits<double>::quiet_NaN();

    EXPECT_THAT(csv(map_of({row("AAA", missing, 0.01)})),
                HasSubstr("\nAAA,Land AAA,,1,,,,,,,,,,,,No loss can be computed"));
}

TEST(HeatMapReport, the_method_of_the_losses_is_named_everywhere) {
    HeatMap exact = map_of({row("AAA", 0.02, 0.01)});
    exact.method = ExposureMethod::ge;
    const HeatMap closed = map_of({row("AAA", 0.02, 0.01)});

    EXPECT_THAT(csv(exact), HasSubstr(",losses 2020,ge,"));
    for (const Format format : {Format::text, Format::md, Format::html}) {
        EXPECT_THAT(render(exact, {.format = format}), HasSubstr("general equilibrium"));
        EXPECT_THAT(render(exact, {.format = format}), Not(HasSubstr("losed form")));
        EXPECT_THAT(render(closed, {.format = format}), HasSubstr("losed form"));
    }
}

TEST(HeatMapReport, validation_shows_ratios_and_sums_them_up) {
    HeatMapValidation validation{
        .world = {.name = "tiny", .base_year = 2020, .content_hash = "abc123"},
        .poles = {Pole{"USA", "United States"}, Pole{"CHN", "China"}},
        .rows = {{.code = "AAA",
                  .name = "Land A",
                  .poles = {LossComparison{0.01, 0.02}, LossComparison{0.03, 0.03}}}}};
    validation.summaries[1] = RatioSummary{.median = 1.0,
                                           .low = 1.0,
                                           .low_code = "AAA",
                                           .high = 1.0,
                                           .high_code = "AAA",
                                           .num_close = 1};

    EXPECT_THAT(render(validation, {.format = Format::csv}), HasSubstr("AAA,Land A,1,2,0.5,3,3,1"));
    EXPECT_THAT(render(validation, {}), HasSubstr("US: no loss by both methods"));
    EXPECT_THAT(render(validation, {}), HasSubstr("China: the exact loss is 1.00 times"));
}

TEST(HeatMapNotes, the_larger_loss_is_compared_with_the_smaller) {
    const HeatMap map = map_of({});

    EXPECT_EQ(heat_map_note(map, row("A", 0.01, 0.03)),
              "Loses 3.0 times as much without China as without the US.");
    EXPECT_EQ(heat_map_note(map, row("A", 0.5, 0.01)),
              "Loses 50 times as much without the US as without China.");
    EXPECT_EQ(heat_map_note(map, row("A", 0.0101, 0.01)),
              "Loses about as much without the US as without China.");
    EXPECT_EQ(heat_map_note(map, row("A", 0.0, 0.01)),
              "Loses without China and nothing without the US.");
    EXPECT_EQ(heat_map_note(map, row("A", 0.0, 0.0)), "Loses nothing without the US or China.");
}

TEST(HeatMapNotes, estimated_trade_and_borrowed_technology_are_said) {
    HeatMapRow estimated = row("A", 0.01, 0.03);
    estimated.estimated_share = 0.834;
    HeatMapRow both = estimated;
    both.has_borrowed_technology = true;
    HeatMapRow half = row("A", 0.01, 0.03);
    half.estimated_share = 0.5;

    EXPECT_THAT(heat_map_note(map_of({}), estimated),
                HasSubstr("; 83% of its trade is estimated."));
    EXPECT_THAT(heat_map_note(map_of({}), both),
                HasSubstr("estimated and its input-output data are borrowed."));
    EXPECT_THAT(heat_map_note(map_of({}), half), Not(HasSubstr("estimated")));
}

TEST(HeatMapNotes, a_group_names_its_extremes) {
    HeatMapRow group = row("GGG", 0.02, 0.01);
    group.members = {"AAA", "BBB"};
    group.ties[0].exposure_range = MemberRange{0.01, "AAA", 0.05, "BBB"};

    EXPECT_THAT(heat_map_note(map_of({}), group),
                HasSubstr("mean of 2 members by GDP, US 1.0% (AAA) to 5.0% (BBB)"));
}

TEST(HeatMapText, rows_above_half_estimated_carry_a_mark_with_its_meaning) {
    HeatMapRow marked = row("AAA", 0.02, 0.01);
    marked.estimated_share = 0.75;
    const HeatMap without = map_of({row("BBB", 0.02, 0.01)});
    const HeatMap with = map_of({marked, row("BBB", 0.02, 0.01)});

    EXPECT_THAT(render(with, {}), HasSubstr("Land AAA *"));
    EXPECT_THAT(render(with, {}), Not(HasSubstr("Land BBB *")));
    EXPECT_THAT(render(with, {}), HasSubstr("* More than half"));
    EXPECT_THAT(render(without, {}), Not(HasSubstr("* More than half")));
}

TEST(HeatMapText, letters_follow_the_thresholds) {
    const std::string text = render(map_of({row("AAA", 0.045, 0.015)}), {});

    EXPECT_THAT(text, ::testing::ContainsRegex("AAA +Land AAA +4.50 +H +1.50 +LM"));
    EXPECT_THAT(text, HasSubstr("L below 1.00, LM from 1.00, M from 2.00, MH from 3.00"));
}

TEST(HeatMapPage, the_page_is_well_formed_fetches_nothing_and_shows_every_row) {
    HeatMap map = map_of({row("AAA", 0.045, 0.015), row("BBB", 0.02, 0.01)});
    map.groups = {row("GGG", 0.02, 0.01)};
    map.groups[0].members = {"AAA"};

    const std::string page = heat_map_page(map);

    EXPECT_EQ(testing::nesting_fault(page), "");
    EXPECT_THAT(testing::outside_references(page), IsEmpty());
    EXPECT_EQ(testing::count_of(page, "<th scope=\"row\""), 3U);
    EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(page, HasSubstr("<caption>"));
    EXPECT_THAT(page, HasSubstr("abc123"));
}

TEST(HeatMapPage, letters_stand_in_the_shaded_cells) {
    const std::string page = heat_map_page(map_of({row("AAA", 0.045, 0.015)}));

    EXPECT_THAT(page, HasSubstr("class=\"number shade level-H\""));
    EXPECT_THAT(page, HasSubstr("4.50<b>H</b>"));
    EXPECT_THAT(page, HasSubstr("1.50<b>LM</b>"));
}

TEST(HeatMapPage, names_cannot_carry_markup_into_the_page) {
    HeatMapRow odd = row("AAA", 0.02, 0.01);
    odd.name = "<img src=x onerror=alert(1)> \"quoted\"";

    const std::string page = heat_map_page(map_of({odd}));

    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_EQ(testing::nesting_fault(page), "");
}

TEST(HeatMapPage, group_range_stands_only_with_groups) {
    HeatMap map = map_of({row("AAA", 0.02, 0.01)});
    map.groups = {row("GGG", 0.02, 0.01)};
    map.groups[0].members = {"AAA", "BBB"};
    map.groups[0].ties[0].exposure_range = MemberRange{0.01, "AAA", 0.05, "BBB"};

    const std::string page = heat_map_page(map);

    EXPECT_EQ(testing::count_of(page, "<span class=\"range\">"), 2U);
    EXPECT_THAT(page, HasSubstr("1.00 AAA to</span><span class=\"range\">5.00 BBB"));
}

}  // namespace
}  // namespace entente
