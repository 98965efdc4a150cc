#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "entente/report/heat_map/heat_map.hpp"
#include "support/html_check.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

HeatMapRow scored_row() {
    HeatMapRow row{.code = "AAA", .name = "Land A", .ties = {}, .effective_partners = 3.0};
    row.hedging.figures = HedgingFigures{
        .score = {.median = 52.4, .low = 43.6, .high = 60.2},
        .position = {.median = 40.0},
        .activity = {.median = 64.0},
        .label = 3,
        .label_probability = 0.5625,
        .near_probability = 0.9375,
        .rank_low = 4.0,
        .rank_high = 31.0,
        .signals_share = 0.125,
        .channels = {{.channel = "trade", .contribution = 13.5, .as_of = "2023, BACI"},
                     {.channel = "diplomacy", .contribution = 12.0}}};
    row.hedging.us_plus = UsPlusFigures{.class_name = "deepening",
                                        .class_probability = 0.75,
                                        .keep = 1.0,
                                        .reliance_change = 14.0,
                                        .period = "2018 ICIO to 2023 BACI"};
    row.hedging.security_class = "treaty ally without dealings";
    row.hedging.reversal_signs = {{.date = "2024-05",
                                   .text = "base <closed>",
                                   .counterpart = "USA",
                                   .direction = -1,
                                   .magnitude = 3.0,
                                   .url = "https://example.org"}};
    row.hedging.clauses = {"China 8.2% and the US 8.4% of goods trade (2023, BACI)"};
    return row;
}

HeatMap scored_map() {
    HeatMap map{.world = {.name = "tiny", .base_year = 2020, .content_hash = "abc123"},
                .poles = {Pole{"USA", "United States"}, Pole{"CHN", "China"}},
                .countries = {scored_row()},
                .hedging = HedgingLegend{.seed = 7,
                                         .num_draws = 256,
                                         .as_of = "2026-09-30",
                                         .cuts = {40.0, 45.0, 50.0, 55.0},
                                         .weights = {0.25, 0.25, 0.25, 0.25},
                                         .num_scored = 63,
                                         .layers = {{.name = "votes",
                                                     .content_hash = "0123456789abcdef",
                                                     .sources = {"voeten"}}}}};
    HeatMapRow empty{.code = "BBB", .name = "Land B", .ties = {}};
    empty.hedging.missing = "No votes.";
    map.countries.push_back(empty);
    return map;
}

std::string field(const HeatMap& map, std::size_t row, const std::string& column) {
    const auto json = nlohmann::json::parse(render(map, {.format = Format::json}));
    const auto& value = json["countries"][row][column];
    return value.is_string() ? value.get<std::string>() : value.dump();
}

TEST(HeatMapHedging, every_column_of_the_score_is_filled) {
    const HeatMap map = scored_map();

    EXPECT_EQ(field(map, 0, "hedging_activity"), "52.4");
    EXPECT_EQ(field(map, 0, "hedging_low"), "43.6");
    EXPECT_EQ(field(map, 0, "hedging_label"), "Medium-High");
    EXPECT_EQ(field(map, 0, "hedging_label_probability"), "0.5625");
    EXPECT_EQ(field(map, 0, "hedging_trade"), "13.5");
    EXPECT_EQ(field(map, 0, "hedging_technology"), "null");
    EXPECT_EQ(field(map, 0, "us_plus_class"), "deepening");
    EXPECT_EQ(field(map, 0, "security_ambiguity"), "treaty ally without dealings");
    EXPECT_EQ(field(map, 0, "as_of"), "losses 2020; trade 2023, BACI; signals 2026-09-30");
    EXPECT_EQ(field(map, 0, "reversal_signs"),
              "2024-05, away from USA: base <closed> (https://example.org)");
}

TEST(HeatMapHedging, a_row_without_score_is_empty_and_says_why) {
    const HeatMap map = scored_map();

    EXPECT_EQ(field(map, 1, "hedging_activity"), "null");
    EXPECT_EQ(field(map, 1, "hedging_missing"), "No votes.");
    EXPECT_THAT(render(map, {.format = Format::html}), HasSubstr("title=\"No votes.\""));
}

TEST(HeatMapHedging, text_shows_no_label_without_its_interval_and_probability) {
    const std::string text = render(scored_map(), {.width = 160});

    EXPECT_THAT(text, ::testing::ContainsRegex("AAA +Land A +52 +MH +44-60 +56"));
    EXPECT_THAT(text, HasSubstr("Median of 256 draws"));
    EXPECT_THAT(text, HasSubstr("seed 7"));
    EXPECT_THAT(text, HasSubstr("read no rank without its interval"));
    EXPECT_THAT(text, HasSubstr("China 8.2% and the US 8.4% of goods trade (2023, BACI)."));
}

TEST(HeatMapHedging, the_layers_it_rests_on_are_named_in_every_format_for_people) {
    for (const Format format : {Format::text, Format::md, Format::html}) {
        EXPECT_THAT(render(scored_map(), {.format = format, .width = 160}),
                    HasSubstr("Layers: votes 0123456789ab (voeten)."));
    }
    EXPECT_THAT(render(scored_map(), {.format = Format::json}), HasSubstr("0123456789abcdef"));
}

TEST(HeatMapHedging, an_uncertain_label_carries_a_question_mark) {
    HeatMap map = scored_map();
    map.countries[0].hedging.figures->label_probability = 0.39;

    EXPECT_THAT(render(map, {.width = 160}), HasSubstr("MH?"));
    EXPECT_THAT(render(map, {.format = Format::html}), HasSubstr("<b>MH?</b>"));
}

TEST(HeatMapHedging, the_page_stays_well_formed_and_escapes_what_acts_say) {
    const std::string page = render(scored_map(), {.format = Format::html});

    EXPECT_EQ(testing::nesting_fault(page), "");
    EXPECT_THAT(page, HasSubstr("1 observed sign, not a forecast"));
    EXPECT_THAT(page, HasSubstr("base &lt;closed&gt;"));
    EXPECT_THAT(page, HasSubstr("44 to 60"));
    EXPECT_THAT(page, Not(HasSubstr("base <closed>")));
}

TEST(HeatMapHedging, a_map_without_layers_says_what_is_missing) {
    HeatMap map = scored_map();
    map.hedging.reset();
    map.hedging_missing = "the layer votes is not there.";

    EXPECT_THAT(render(map, {}), HasSubstr("Hedging activity is empty: the layer votes"));
    EXPECT_THAT(render(map, {}), Not(HasSubstr("90%")));
}

}  // namespace
}  // namespace entente
