// US-plus, security and notes from layers small enough to work out by hand.

#include <gmock/gmock.h>

#include <cmath>

#include "entente/study/heat_map/security_column.hpp"
#include "entente/study/heat_map/us_plus_column.hpp"
#include "entente/study/hedging/notes.hpp"
#include "entente/study/hedging/trade_publisher.hpp"

namespace entente::detail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const PerPole<std::string> poles{"USA", "CHN"};

/// Economies DEU, USA, CHN; every pair trades 10 each way but for DEU with USA.
TradeVintage vintage(const std::string& publisher, int year, double with_usa) {
    TradeVintage one{.code = publisher,
                     .publisher = publisher,
                     .concept_text = "goods",
                     .year = year,
                     .category = "all",
                     .unit = "thousand USD",
                     .source = "made-up",
                     .trade = Array2<double>(3, 3, 10.0),
                     .total_exports = {with_usa + 10.0, with_usa + 10.0, 20.0},
                     .total_imports = {with_usa + 10.0, with_usa + 10.0, 20.0},
                     .world_exports = 2.0 * with_usa + 40.0};
    for (std::size_t n = 0; n < 3; ++n) one.trade(n, n) = 0.0;
    one.trade(0, 1) = one.trade(1, 0) = with_usa;
    return one;
}

UsPrices steady_prices() {
    std::vector<std::string> months;
    for (int year = 2005; year <= 2023; ++year) {
        for (int month = 1; month <= 12; ++month) {
            months.push_back(std::to_string(year) + (month < 10 ? "-0" : "-") +
                             std::to_string(month));
        }
    }
    const std::size_t count = months.size();
    return {.months = Axis(months), .index = std::vector<double>(count, 100.0)};
}

LoadedLayers layers_of(std::vector<TradeVintage> vintages) {
    LoadedLayers layers;
    layers.totals = TradeTotals{.economies = Axis(std::vector<std::string>{"DEU", "USA", "CHN"}),
                                .in_panel = {true, true, true},
                                .vintages = std::move(vintages)};
    layers.us_prices = steady_prices();
    return layers;
}

Signal act(const std::string& date, const Date& day, const std::string& counterpart, int direction,
           int magnitude, SignalChannel channel = SignalChannel::security) {
    Signal one;
    one.date = date;
    one.first_day = one.last_day = day;
    one.actor = "DEU";
    one.counterpart = counterpart;
    one.channel = channel;
    one.direction = direction;
    one.magnitude = magnitude;
    one.text = "An act";
    one.url = "https://example.org";
    return one;
}

Date day(int year, unsigned month, unsigned day) {
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

LoadedLayers layers_with(std::vector<Signal> signals) {
    LoadedLayers layers;
    layers.signals = SignalsLedger{.as_of = day(2026, 9, 30), .signals = std::move(signals)};
    layers.security = SecurityTies{
        .years = {{.state = "DEU", .year = 2024, .defence_usa = 1.0, .basis = "carried"}},
        .troops = {{.state = "SGP", .year = 2024, .active_duty = 1200}}};
    return layers;
}

TEST(UsPlusColumn, twice_the_trade_with_the_anchor_is_deepening_and_names_both_ends) {
    const auto figures = us_plus_figures(
        layers_of({vintage("campos", 2019, 10.0), vintage("baci", 2023, 20.0)}), poles, "DEU");

    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->class_name, "deepening");
    EXPECT_EQ(figures->keep, 1.0);
    // a = ln(20/40) - ln(20/40) then and ln(40/60) - ln(20/40) now: the anchor's trade elsewhere
    // is 20, all others' 2 W - 2 T = 40 in both years.
    EXPECT_NEAR(figures->reliance_change, 100.0 * std::log(4.0 / 3.0), 1e-10);
    EXPECT_EQ(figures->period, "2019 (Campos et al.) to 2023 (BACI)");
    // ln KEEP = ln 2 - ln(80/60)/2 is kept for errors above -.55; more from .1 - .288.
    EXPECT_NEAR(figures->class_probability, 0.8655, 1e-3);
}

TEST(UsPlusColumn, the_first_start_is_levelled_with_the_second) {
    const TradeVintage campos = vintage("campos", 2019, 10.0);
    const TradeVintage baci = vintage("baci", 2023, 20.0);
    LoadedLayers layers = layers_of({vintage("icio", 2018, 5.0), campos, baci});
    // China has no trade with the anchor in 2018, so Germany's gap is the median one.
    layers.totals->vintages[0].trade(1, 2) = layers.totals->vintages[0].trade(2, 1) = 0.0;
    const UsPlusColumn column(layers, poles);
    const UsPlusColumn second_start_alone(layers_of({campos, baci}), poles);

    const auto figures = column.figures("DEU");

    ASSERT_TRUE(figures);
    EXPECT_NEAR(figures->reliance_change, second_start_alone.figures("DEU")->reliance_change,
                1e-12);
    EXPECT_EQ(figures->period, "2018/2019 (ICIO, Campos et al.) to 2023 (BACI)");
    EXPECT_FALSE(column.figures("USA"));
    EXPECT_FALSE(column.figures("CHN"));
    EXPECT_FALSE(column.figures("FRA"));
}

TEST(UsPlusColumn, missing_prices_or_ends_give_nothing) {
    LoadedLayers layers = layers_of({vintage("campos", 2019, 10.0), vintage("baci", 2023, 20.0)});
    layers.us_prices.reset();

    EXPECT_FALSE(us_plus_figures(layers, poles, "DEU"));
    EXPECT_FALSE(us_plus_figures(layers_of({vintage("baci", 2023, 20.0)}), poles, "DEU"));
}

TEST(GrowthFigures, parts_add_up_and_windows_are_of_one_publisher) {
    const auto growth =
        growth_figures(layers_of({vintage("unctad", 2005, 10.0), vintage("unctad", 2015, 20.0),
                                  vintage("itpde", 2011, 10.0)}),
                       poles, "DEU");

    ASSERT_EQ(growth.size(), 1u);
    EXPECT_EQ(growth[0].publisher, "UNCTAD");
    EXPECT_NEAR(growth[0].total_growth, 0.5, 1e-14);
    EXPECT_NEAR(growth[0].from_anchor + growth[0].from_rest, growth[0].total_growth, 1e-14);
    EXPECT_NEAR(growth[0].rest_growth, 0.0, 1e-14);
}

TEST(ConstantMoney, a_unit_in_constant_money_is_not_deflated_again) {
    TradeVintage one = vintage("itpde", 2011, 1.0);
    UsPrices prices = steady_prices();
    for (double& level : prices.index) level = 200.0;

    EXPECT_DOUBLE_EQ(*constant_money(one, prices), 0.5);
    one.unit = "million USD of 2010";
    EXPECT_DOUBLE_EQ(*constant_money(one, prices), 1000.0);
    one.unit = "tons";
    EXPECT_FALSE(constant_money(one, prices));
}

TEST(SecurityColumn, classes_and_signs_follow_own_acts) {
    const LoadedLayers quiet = layers_with({});
    const LoadedLayers layers = layers_with({act("2021-09-30", day(2021, 9, 30), "CHN", 1, 5),
                                             act("2025-01-02", day(2025, 1, 2), "CHN", 1, 3),
                                             act("2026-01-02", day(2026, 1, 2), "USA", -1, 4),
                                             act("2026-02-02", day(2026, 2, 2), "CHN", 1, 2),
                                             act("2026-03-02", day(2026, 3, 2), "FRA", 1, 5)});

    EXPECT_EQ(SecurityColumn(quiet, poles).security_class("DEU"), "treaty ally without dealings");
    EXPECT_EQ(SecurityColumn(quiet, poles).security_class("SGP"), "neither");
    const SecurityColumn column(layers, poles);
    EXPECT_EQ(column.security_class("DEU"), "treaty ally with dealings");
    EXPECT_EQ(column.security_class("HKG"), "") << "the layer never names it";
    EXPECT_EQ(column.security_class("CHN"), "");
    EXPECT_EQ(column.tie_kept("SGP"), "no obligation");
    EXPECT_EQ(column.tie_kept("DEU"), "") << "no trade totals";
    const auto signs = column.reversal_signs("DEU");
    ASSERT_EQ(signs.size(), 2u);
    EXPECT_EQ(signs[0].date, "2026-01-02");
    EXPECT_EQ(signs[1].counterpart, "CHN");
}

TEST(SecurityColumn, a_row_of_the_article_never_counts) {
    Signal article = act("2025-01-02", day(2025, 1, 2), "CHN", 1, 5);
    article.is_from_article = true;
    const LoadedLayers layers = layers_with({article});

    EXPECT_EQ(SecurityColumn(layers, poles).security_class("DEU"), "treaty ally without dealings");
    EXPECT_THAT(SecurityColumn(layers, poles).reversal_signs("DEU"), IsEmpty());
}

TEST(HedgingNotes, clauses_without_figures_are_left_out) {
    const LoadedLayers nothing;

    EXPECT_THAT(HedgingNotes(nothing, poles).clauses("DEU"), IsEmpty());
}

TEST(HedgingNotes, position_names_its_publisher_and_small_moves_are_left_out) {
    const LoadedLayers layers =
        layers_of({vintage("unctad", 2005, 10.0), vintage("unctad", 2015, 10.0),
                   vintage("baci", 2023, 10.0)});

    EXPECT_THAT(HedgingNotes(layers, poles).clauses("DEU"),
                ElementsAre("CHN 50% and the US 50% of goods trade (2023, BACI)"));
}

TEST(HedgingNotes, acts_are_counted_in_three_parts) {
    const LoadedLayers layers = layers_with({act("2021-09", day(2021, 9, 1), "CHN", 1, 3),
                                             act("2026-01-02", day(2026, 1, 2), "CHN", 1, 3),
                                             act("2026-02-02", day(2026, 2, 2), "CHN", 1, 3),
                                             act("2022-02-02", day(2022, 2, 2), "CHN", -1, 1),
                                             act("2022-02-02", day(2022, 2, 2), "FRA", 1, 1)});

    EXPECT_EQ(*HedgingNotes(layers, poles).acts("DEU"),
              "4 dated acts since Oct 2021: 2 toward CHN (both 2026), 1 away, 1 elsewhere");
    EXPECT_FALSE(HedgingNotes(layers, poles).acts("FRA"));
}

TEST(HedgingNotes, imports_say_what_metals_do_to_them) {
    LoadedLayers layers;
    UsImports table{.partners = Axis(std::vector<std::string>{"CHE"}),
                    .months = Axis(std::vector<std::string>{"2024-01", "2025-01"}),
                    .industries = Axis(std::vector<std::string>{"331"}),
                    .industry_names = {"metals"},
                    .imports = Array3<double>(1, 2, 1, 0.0),
                    .duty = Array3<double>(1, 2, 1, 0.0),
                    .total_imports = Array2<double>(1, 2, 100.0),
                    .total_duty = Array2<double>(1, 2, 0.0)};
    table.total_imports(0, 1) = 200.0;
    table.imports(0, 1, 0) = 94.0;
    layers.us_imports = table;

    EXPECT_EQ(*HedgingNotes(layers, poles).us_imports("CHE"),
              "US imports from CHE +100%, +6% without primary metals (Jan 2025 on Jan 2024, US "
              "Census)");
}

}  // namespace
}  // namespace entente::detail
