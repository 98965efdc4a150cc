#include <gmock/gmock.h>

#include <cmath>

#include "entente/world/layer/finance_windows.hpp"
#include "entente/world/layer/geography.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/layer/security_ties.hpp"
#include "entente/world/layer/signals.hpp"
#include "entente/world/layer/state_panel.hpp"
#include "entente/world/layer/trade_totals.hpp"
#include "entente/world/layer/un_votes.hpp"
#include "entente/world/layer/us_imports.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/layer/us_tariffs.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_layers.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using namespace std::chrono;

Layer layer_of(testing::LayerFolder files, const std::string& layout) {
    files["layer.toml"] = testing::layer_toml(layout, find_layer_layout(layout)->version);
    files["sources.csv"] = testing::made_up_source;
    const testing::ScratchFolder scratch;
    testing::write_layer(scratch.path() / layout, files);
    return read_layer_folder(scratch.path() / layout);
}

TEST(TradeTotals, covered_pairs_without_a_row_are_zero_and_others_not_a_number) {
    const TradeTotals totals = read_trade_totals(layer_of(testing::totals_folder(), "totals"));

    const TradeVintage* first = totals.find("one", 2015);
    ASSERT_NE(first, nullptr);
    const std::size_t aus = totals.economies.at("AUS");
    const std::size_t bra = totals.economies.at("BRA");
    const std::size_t chn = totals.economies.at("CHN");
    EXPECT_EQ(first->with(aus, bra), 9.0);
    EXPECT_EQ(first->with(aus, chn), 0.0);
    EXPECT_EQ(first->total(aus), 50.0);
    EXPECT_EQ(first->world_exports, 60.0);
    const TradeVintage* second = totals.find("two", 2023);
    EXPECT_TRUE(std::isnan(second->with(aus, chn)));
    EXPECT_TRUE(std::isnan(second->total(chn)));
    EXPECT_THAT(totals.in_panel, ElementsAre(true, true, false));
    EXPECT_THAT(totals.years("one"), ElementsAre(2015));
    EXPECT_EQ(totals.find("one", 2023), nullptr);
}

TEST(TradeTotals, levels_of_two_publishers_are_not_comparable) {
    const TradeTotals totals = read_trade_totals(layer_of(testing::totals_folder(), "totals"));

    EXPECT_FALSE(is_comparable(totals.vintages[0], totals.vintages[1]));
    EXPECT_TRUE(is_comparable(totals.vintages[0], totals.vintages[0]));
}

TEST(FinanceWindows, no_deal_is_zero_and_no_row_is_missing) {
    const FinanceWindows finance =
        read_finance_windows(layer_of(testing::finance_folder(), "finance"));

    const FinanceWindow* window = finance.find("aei", "2014-2018H1");
    ASSERT_NE(window, nullptr);
    EXPECT_EQ(window->intensity("AUS"), 0.0);
    // 900 / 4.5 / 4000
    EXPECT_DOUBLE_EQ(*window->intensity("DEU"), 0.05);
    EXPECT_EQ(window->intensity("TWN"), std::nullopt) << "without GDP nothing can be said";
    EXPECT_EQ(window->intensity("FRA"), std::nullopt);
    EXPECT_EQ(window->find("FRA"), nullptr);
    EXPECT_EQ(finance.find("aei", "2020"), nullptr);
}

TEST(Signals, rows_of_the_articles_are_left_out_unless_asked_for) {
    const Layer layer = layer_of(testing::signals_folder(), "signals");

    const SignalsLedger own = read_signals(layer);
    const SignalsLedger all = read_signals(layer, {.include_articles = true});

    ASSERT_EQ(own.signals.size(), 1u);
    EXPECT_EQ(own.num_article_rows, 1u);
    EXPECT_EQ(all.signals.size(), 2u);
    const Signal& signal = own.signals[0];
    EXPECT_EQ(signal.channel, SignalChannel::technology);
    EXPECT_EQ(signal.direction, 1);
    EXPECT_EQ(signal.first_day, Date(2024y / 2 / 1));
    EXPECT_EQ(signal.last_day, Date(2024y / 2 / 29));
    EXPECT_EQ(signal.value_usd_bn, 1.5);
    EXPECT_EQ(signal.text, "A plant, opened");
    EXPECT_EQ(all.signals[1].direction, -1);
    EXPECT_EQ(all.signals[1].last_day, Date(2023y / 12 / 31));
    EXPECT_EQ(all.signals[1].value_usd_bn, std::nullopt);
    EXPECT_EQ(signal_channel_word(SignalChannel::infrastructure_finance), "infrastructure_finance");
}

TEST(UnVotes, choices_stand_in_the_order_of_the_states) {
    const UnVotes votes = read_un_votes(
        layer_of({{"states.csv", "iso3\nCHN\nDEU\nUSA\n"},
                  {"repeats.csv", "roll_call,first\n8,7\n"},
                  {"roll_calls.csv",
                   "roll_call,date,issues,choices\n7,2015-01-01,hr,129\n8,2016-01-02,,388\n"}},
                 "votes"));

    ASSERT_EQ(votes.roll_calls.size(), 2u);
    const RollCall& first = votes.roll_calls[0];
    EXPECT_EQ(first.choice(votes.states.at("CHN")), VoteChoice::yes);
    EXPECT_EQ(first.choice(votes.states.at("DEU")), VoteChoice::abstain);
    EXPECT_FALSE(first.took_part(votes.states.at("USA")));
    EXPECT_EQ(first.issues, "hr");
    EXPECT_EQ(votes.roll_calls[1].year(), 2016);
    EXPECT_EQ(votes.roll_calls[1].number, 8);
    EXPECT_EQ(votes.roll_calls[0].first_of_repeats, 0);
    EXPECT_EQ(votes.roll_calls[1].first_of_repeats, 7);
}

TEST(UsImports, total_is_apart_from_the_industries_whose_codes_are_text) {
    const Layer layer = layer_of(
        {{"industries.csv", "naics,name\n111,Crops\n334,Computers\n"},
         {"totals.csv",
          "partner,month,imports,duty\nDEU,2024-01,30,1\nDEU,2024-02,10,0\nWLD,2024-01,90,2\n"
          "WLD,2024-02,80,2\n"},
         {"imports.csv", "partner,month,naics,imports,duty\nDEU,2024-01,334,30,1\n"},
         {"prices.csv", "month,index\n2024-01,300\n2024-02,303\n"}},
        "us-trade");

    const UsImports us = read_us_imports(layer);
    const UsPrices prices = read_us_prices(layer);

    const std::size_t deu = us.partners.at("DEU");
    EXPECT_EQ(us.total_imports(deu, us.months.at("2024-01")), 30.0);
    EXPECT_EQ(us.imports(deu, us.months.at("2024-01"), us.industries.at("334")), 30.0);
    EXPECT_EQ(us.imports(deu, us.months.at("2024-02"), us.industries.at("334")), 0.0);
    EXPECT_EQ(us.duty(deu, 0, us.industries.at("334")), 1.0);
    EXPECT_EQ(prices.at("2024-02"), 303.0);
    EXPECT_EQ(prices.at("2024-03"), std::nullopt);
    EXPECT_EQ(prices.mean_of_year(2024), std::nullopt) << "ten months are missing";
}

TEST(UsTariffs, rates_are_parts_of_one_by_date_and_partner) {
    const Layer layer = layer_of(
        {{"partners.csv", "partner,rate_2024,imports_2024\nCHN,0.11,429000\nDEU,0.02,160000\n"},
         {"rates.csv",
          "date,partner,added_rate\n2025-02-04,CHN,0.2\n2025-02-04,DEU,0\n2025-04-05,CHN,0.3\n"},
         {"actions.csv",
          "date,position,authority,reference,description\n2025-02-04,1,IEEPA,EO 1,Tariffs\n"}},
        "us-tariffs");

    const UsTariffs tariffs = read_us_tariffs(layer);

    ASSERT_EQ(tariffs.dates.size(), 2u);
    EXPECT_EQ(tariffs.added_rate(1, tariffs.partners.at("CHN")), 0.3);
    EXPECT_EQ(tariffs.rate_2024[0], 0.11);
    ASSERT_EQ(read_us_tariff_actions(layer).size(), 1u);
    EXPECT_EQ(read_us_tariff_actions(layer)[0].authority, "IEEPA");
}

TEST(UsProducts, a_heading_is_the_sum_of_its_products) {
    const Layer layer =
        layer_of({{"products.csv",
                   "exporter,product,sector,imports\nCHN,010121,AGR,1\nCHN,870310,MAC,2\n"
                   "CHN,870380,MVH,3\nDEU,870380,MVH,4\n"}},
                 "us-products");

    const UsProducts products = read_us_products(layer);

    EXPECT_EQ(products.imports.at({"CHN", "AGR"}).at("010121"), 1.0);
    EXPECT_EQ(products.imports_of("CHN", "870380"), 3.0);
    EXPECT_EQ(products.imports_of("CHN", "8703"), 5.0);
    EXPECT_EQ(products.imports_of("CHN", "8704"), 0.0);
}

TEST(SecurityTies, a_state_without_a_row_has_no_tie) {
    const SecurityTies ties = read_security_ties(
        layer_of({{"obligations.csv",
                   "iso3,year,defence_usa,defence_chn,defence_rus,tie_chn,tie_rus,basis\n"
                   "BRA,2018,0.25,0,0,0,0,observed\nDEU,2018,1,0,0,0,1,observed\n"},
                  {"additions.csv",
                   "iso3,power,valid_from,treaty,url\n"
                   "FIN,USA,2023-04-04,NATO,https://example.org\n"},
                  {"troops.csv", "iso3,year,active_duty\nDEU,2018,36000\n"}},
                 "security"));

    ASSERT_NE(ties.find("BRA", 2018), nullptr);
    EXPECT_EQ(ties.find("BRA", 2018)->defence_usa, 0.25);
    EXPECT_TRUE(ties.find("DEU", 2018)->tie_rus);
    EXPECT_EQ(ties.find("DEU", 2017), nullptr);
    EXPECT_EQ(ties.troops_in("DEU", 2018), 36000);
    EXPECT_EQ(ties.troops_in("FRA", 2018), 0);
}

TEST(StatePanel, rows_become_histories_by_state_and_year) {
    const StatePanel panel = read_state_panel(layer_of(
        {{"states.csv",
          "iso3,cow,first_year,last_year,max_population\nDEU,260,1955,1990,60\n"
          "DEU,255,1990,,83\n"},
         {"obligations.csv",
          "iso3,year,power,defence,neutrality,consultation,non_aggression,basis\n"
          "DEU,2018,USA,1,0,1,1,observed\nDEU,2019,USA,1,0,1,1,carried\n"
          "IND,2018,RUS,0,0,0,1,observed\n"},
         {"democracy.csv", "iso3,year,polyarchy\nDEU,2018,0.87\n"},
         {"conflicts.csv", "iso3,year,intrastate,with_usa\nDEU,2003,0,1\nIND,2003,1,0\n"},
         {"rivalries.csv", "iso3,year,rivalries\nIND,2003,2\n"},
         {"economies.csv", "iso3,year,gdp_per_head,log_capability\nDEU,2003,40000,\n"},
         {"irregular_leaders.csv", "iso3,year\nIRN,1979\n"},
         {"rival_troops.csv", "iso3,year,power\nCUB,1981,RUS\n"},
         {"trade_shares.csv", "iso3,year,publisher,usa,chn,rus\nDEU,1990,agtpa,0.08,0.01,\n"},
         {"china_finance.csv", "iso3,year,amount\nIND,2005,12\n"},
         {"periods.csv", "table,last_year\nobligations,2018\n"},
         {"pact_totals.csv", "year,pacts,ends,usa_pacts,usa_ends\n2017,10,1,3,0\n2018,9,,3,\n"},
         {"artefacts.csv", "iso3,year,rule,reason,source\nWLD,2018,E2,counts,made up\n"},
         {"named_cases.csv", "iso3,year,text,source\nFRA,1966,leaves,made up\n"}},
        "panel"));

    ASSERT_EQ(panel.spans.size(), 2u);
    EXPECT_EQ(panel.spans[0].last_year, 1990);
    EXPECT_EQ(panel.spans[1].last_year, std::nullopt);
    EXPECT_TRUE(panel.obligations_with("USA", "DEU", 2018).defence);
    EXPECT_FALSE(panel.obligations_with("USA", "DEU", 2018).carried);
    EXPECT_TRUE(panel.obligations_with("USA", "DEU", 2019).carried);
    EXPECT_FALSE(panel.obligations_with("RUS", "IND", 2018).is_tie());
    EXPECT_FALSE(panel.obligations_with("CHN", "IND", 2018).non_aggression);
    EXPECT_TRUE(panel.war_with_usa.contains({"DEU", 2003}));
    EXPECT_FALSE(panel.intrastate.contains({"DEU", 2003}));
    EXPECT_FALSE(panel.log_capability.contains({"DEU", 2003}));
    EXPECT_TRUE(std::isnan(panel.trade_shares.at({"DEU", 1990}).rus));
    EXPECT_EQ(panel.last_year_of("obligations"), 2018);
    EXPECT_EQ(panel.last_year_of("conflicts"), 0);
    EXPECT_EQ(panel.pact_totals[0].ends, 1);
    EXPECT_EQ(panel.pact_totals[1].ends, std::nullopt);
    EXPECT_EQ(panel.artefacts[0].rule, "E2");
    EXPECT_EQ(panel.named_cases[0].state, "FRA");
}

TEST(Geography, distance_is_the_harmonic_mean_over_cities) {
    // On the equator a degree is 6371 pi / 180 = 111.19 km.
    const Geography geography = read_geography(layer_of(
        {{"economies.csv", "iso3,name,in_panel\nAUS,A,1\nBRA,B,1\nCHN,C,0\n"},
         {"cities.csv",
          "iso3,city,latitude,longitude\nAUS,One,0,0\nBRA,Near,0,1\nBRA,Far,0,3\nCHN,Two,10,0\n"},
         {"languages.csv", "iso3,language\nAUS,en\nBRA,en\nBRA,pt\nCHN,zh\n"},
         {"borders.csv", "iso3,neighbour\nAUS,BRA\n"},
         {"memberships.csv",
          "group,iso3,valid_from,valid_to,source\nEU,BRA,2000-01-01,2010-12-31,made-up\n"
          "EU,CHN,,,made-up\n"},
         {"gdp.csv", "iso3,year,gdp\nAUS,2015,5\n"}},
        "geography"));
    const double degree = 6371.0 * 3.14159265358979 / 180.0;

    // 2 / (1/1 + 1/3) = 1.5 degrees.
    EXPECT_NEAR(geography.distance(0, 1), 1.5 * degree, 1e-6);
    EXPECT_NEAR(geography.distance(1, 0), 1.5 * degree, 1e-6);
    EXPECT_NEAR(geography.distance(0, 2), 10.0 * degree, 1e-6);
    EXPECT_EQ(geography.distance(1, 1), 0.0);
    EXPECT_TRUE(geography.share_border(0, 1));
    EXPECT_TRUE(geography.share_border(1, 0));
    EXPECT_FALSE(geography.share_border(0, 2));
    EXPECT_TRUE(geography.share_language(0, 1));
    EXPECT_FALSE(geography.share_language(1, 2));
    EXPECT_TRUE(geography.is_member("EU", "BRA", 2010y / 12 / 31));
    EXPECT_FALSE(geography.is_member("EU", "BRA", 2011y / 1 / 1));
    EXPECT_THAT(geography.members("EU", 2005y / 1 / 1), ElementsAre("BRA", "CHN"));
    EXPECT_EQ(geography.gdp_of("AUS", 2015), 5.0);
    EXPECT_EQ(geography.gdp_of("AUS", 2016), std::nullopt);
    EXPECT_EQ(geography.gdp_of("XXX", 2015), std::nullopt);
}

}  // namespace
}  // namespace entente
