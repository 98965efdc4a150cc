// The readers behind the layers, on rows as their publishers write them.

#include <gmock/gmock.h>

#include "entente/base/whole_file.hpp"
#include "entente/source/aei_deals.hpp"
#include "entente/source/aiddata_country_years.hpp"
#include "entente/source/archigos_leaders.hpp"
#include "entente/source/atop_obligations.hpp"
#include "entente/source/bls_consumer_prices.hpp"
#include "entente/source/campos_goods_totals.hpp"
#include "entente/source/census_imports_monthly.hpp"
#include "entente/source/cow_capabilities.hpp"
#include "entente/source/cow_codes.hpp"
#include "entente/source/cow_states.hpp"
#include "entente/source/foreign_troops.hpp"
#include "entente/source/itpde_totals.hpp"
#include "entente/source/naics_names.hpp"
#include "entente/source/signal_rows.hpp"
#include "entente/source/state_incomes.hpp"
#include "entente/source/tariff_tracker_actions.hpp"
#include "entente/source/tariff_tracker_rates.hpp"
#include "entente/source/tss_rivalries.hpp"
#include "entente/source/ucdp_conflicts.hpp"
#include "entente/source/un_roll_call_titles.hpp"
#include "entente/source/un_votes_matrix.hpp"
#include "entente/source/us_troops.hpp"
#include "entente/source/vdem_polyarchy.hpp"
#include "entente/source/wto_manufacturing_trade.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

class LayerSources : public ::testing::Test {
  protected:
    std::filesystem::path file(const std::string& text) const {
        write_whole_file(scratch_.path() / "rows.csv", text);
        return scratch_.path() / "rows.csv";
    }
    std::string shown() const { return (scratch_.path() / "rows.csv").string(); }

    Problems problems_;

  private:
    testing::ScratchFolder scratch_;
};

TEST_F(LayerSources, votes_written_as_decimals_are_the_same_choices) {
    const UnVotesMatrix matrix =
        read_un_votes_matrix(file("rcid,date,me,nu,di,hr,co,ec,USA,CHN,TWN\n"
                                  "3,1946-01-01,True,False,False,True,False,False,1,3.0,9\n"),
                             problems_);

    EXPECT_TRUE(problems_.empty());
    EXPECT_THAT(matrix.states, ElementsAre("USA", "CHN", "TWN"));
    ASSERT_EQ(matrix.rows.size(), 1u);
    EXPECT_EQ(matrix.rows[0].choices, "139");
    EXPECT_EQ(matrix.rows[0].issues, "me hr");
    EXPECT_EQ(matrix.rows[0].number, 3);
}

TEST_F(LayerSources, titles_tell_votes_on_parts_and_missing_ones) {
    const auto titles = read_un_roll_call_titles(
        file("rcid,session,amend,para,short\n"
             "3,1,1,0,\"RULES, AMENDED\"\n4,1,0,0,NA\n5,1,,,KOREA\n6,1,0,1,KOREA\nx,1,0,0,A\n"),
        problems_);

    ASSERT_EQ(titles.size(), 4u);
    EXPECT_EQ(titles[0].title, "RULES, AMENDED");
    EXPECT_TRUE(titles[0].is_of_a_part);
    EXPECT_EQ(titles[1].title, "");
    EXPECT_EQ(titles[2].number, 5);
    EXPECT_FALSE(titles[2].is_of_a_part);
    EXPECT_TRUE(titles[3].is_of_a_part);
    EXPECT_THAT(problems_.found(),
                Contains(testing::found(ProblemKind::not_a_number, shown(), 6, "rcid", "x")));
}

TEST_F(LayerSources, a_vote_that_is_none_is_told_with_its_state) {
    read_un_votes_matrix(file("rcid,date,me,nu,di,hr,co,ec,USA,CHN\n"
                              "3,1946-01-01,,,,,,,1,7\nx,1946-01-01,,,,,,,1,1\n"),
                         problems_);

    EXPECT_THAT(problems_.found(),
                Contains(testing::found(ProblemKind::unknown_word, shown(), 2, "CHN", "7")));
    EXPECT_THAT(problems_.found(),
                Contains(testing::found(ProblemKind::not_a_number, shown(), 3, "rcid", "x")));
}

TEST_F(LayerSources, industries_keep_their_codes_as_text) {
    const auto rows =
        read_census_imports_monthly(file("month,partner,naics,imports_usd,duty_usd\n"
                                         "2013-01,\"KOREA, SOUTH\",00,821051371,2920705\n"),
                                    problems_);

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].naics, "00");
    EXPECT_EQ(rows[0].partner, "KOREA, SOUTH");
    EXPECT_EQ(rows[0].imports, 821051371.0);
    EXPECT_EQ(read_naics_names(file("naics,description\n00,ALL PRODUCTS\n"), problems_)[0].naics,
              "00");
}

TEST_F(LayerSources, a_month_without_a_survey_has_no_price) {
    const auto rows = read_consumer_prices(
        file("Date,Index,Inflation\n2025-09-01,324.8,0.3\n2025-10-01,,\n"), problems_);

    EXPECT_TRUE(problems_.empty());
    EXPECT_EQ(rows[0].index, 324.8);
    EXPECT_EQ(rows[1].index, std::nullopt);
}

TEST_F(LayerSources, finance_rows_are_read_as_published) {
    const auto deals = read_aei_deals(
        file("Year,Month,Chinese Entity,Quantity in Millions,Share size,Transaction Party,Sector,"
             "Subsector,Country,Region,BRI\n2007,March,X,540,,PLN,Energy,Coal,Britain,Asia,0\n"),
        problems_);
    EXPECT_EQ(deals[0].country, "Britain");
    EXPECT_EQ(deals[0].amount, 540.0);

    const auto years = read_aiddata_country_years(
        file("ccode,year,oof_amt,oof_adj,oda_amt,oda_adj,vof_amt,vof_adj\n31,2004,9,1,9,2,9,3\n"),
        problems_);
    EXPECT_EQ(years[0].aid + years[0].other + years[0].vague, 6.0);
    EXPECT_TRUE(problems_.empty());
}

TEST_F(LayerSources, obligations_and_troops_are_read_as_published) {
    const auto obligations = read_atop_obligations(
        file("\"ccode1\",\"ccode2\",\"year\",\"atop_defense\",\"atop_offense\",\"atop_neutral\","
             "\"atop_nonagg\",\"atop_consul\"\n2,20,1949,1,0,0,1,1\n"),
        problems_);
    EXPECT_EQ(obligations[0].partner, "20");
    EXPECT_EQ(obligations[0].defence, 1);
    EXPECT_EQ(obligations[0].neutrality, 0);
    EXPECT_EQ(obligations[0].non_aggression, 1);

    const auto troops = read_us_troops(
        file("countryname,iso3c,year,troops_ad\nJapan,JPN,2024,55154\nAden,,1951,NA\n"), problems_);
    EXPECT_EQ(troops[0].active_duty, 55154.0);
    EXPECT_EQ(troops[1].active_duty, std::nullopt);
    EXPECT_EQ(read_cow_codes(file("iso3,cow_ccode\nCAN,20\nABW,\n"), problems_)[0].cow_code, "20");
    EXPECT_TRUE(problems_.empty());
}

TEST_F(LayerSources, histories_of_states_are_read_as_published) {
    const auto states =
        read_cow_states(file("\"stateabb\",\"ccode\",\"statenme\",\"styear\",\"endyear\"\n"
                             "\"GFR\",260,\"German Federal Republic\",1955,1990\n"),
                        problems_);
    EXPECT_EQ(states[0].cow_code, "260");
    EXPECT_EQ(states[0].last_year, 1990);

    const auto sizes = read_cow_capabilities(
        file("\"ccode\",\"year\",\"tpop\",\"cinc\"\n2,1945,139928,0.38\n3,1945,NA,NA\n"),
        problems_);
    EXPECT_EQ(sizes[0].population, 139928.0);
    EXPECT_EQ(sizes[1].capability, std::nullopt);

    EXPECT_EQ(
        read_state_incomes(file("ccode,year,mrgdppc\n2,1945,16667\n"), problems_)[0].gdp_per_head,
        16667.0);
    EXPECT_EQ(read_vdem_polyarchy(file("ccode,year,v2x_polyarchy\n2,1945,0.56\n990,2025,\n"),
                                  problems_)[1]
                  .polyarchy,
              std::nullopt);
    EXPECT_TRUE(problems_.empty());
}

// The type of a conflict is a word and not a number; a side is a list of numbers.
TEST_F(LayerSources, wars_rivals_leaders_and_troops_are_read_as_published) {
    const auto wars =
        read_ucdp_conflicts(file("year,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,type_of_conflict\n"
                                 "2003,\"2, 200\",,645,,\"interstate\"\n2013,432,2,,,\"II\"\n"),
                            problems_);
    EXPECT_EQ(wars[0].side_a, "2, 200");
    EXPECT_EQ(wars[1].type, "II");

    EXPECT_EQ(read_tss_rivalries(file("ccode1,ccode2,start,end\n692,694,2014,2020\n"), problems_)[0]
                  .last_year,
              2020);
    EXPECT_EQ(read_archigos_leaders(file("gwcode,startdate,entry\n630,1979-02-11,Irregular\n"),
                                    problems_)[0]
                  .entry,
              "Irregular");
    EXPECT_EQ(
        read_foreign_troops(file("ccode,year,rus_troops,chi_troops\n93,1984,200,0\n"), problems_)[0]
            .russian,
        200.0);
    EXPECT_EQ(read_manufacturing_trade(file("exporter,importer,year,trade\nROM,AUS,1986,27.7\n"),
                                       problems_)[0]
                  .exporter,
              "ROM");
    EXPECT_TRUE(problems_.empty());
}

TEST_F(LayerSources, tariffs_and_their_actions_are_read_as_published) {
    const auto rates = read_tariff_tracker_rates(
        file("date,country_name,effective tariff,total imports,2024 tariff\n"
             "2025-02-04,CHINA,20.0,429425828419.0,10.8\n"),
        problems_);
    EXPECT_EQ(rates[0].added, 20.0);
    EXPECT_EQ(rates[0].rate_2024, 10.8);

    const auto actions = read_tariff_tracker_actions(
        file("phase,date,date_text,authority,reference,description\n"
             "Phase 1,2025-02-04,\"Feb 4, 2025\",IEEPA,EO 14193,\"20%, on China\"\n"),
        problems_);
    EXPECT_EQ(actions[0].description, "20%, on China");
    EXPECT_TRUE(problems_.empty());
}

TEST_F(LayerSources, totals_and_bad_numbers) {
    EXPECT_EQ(read_itpde_totals(file("year,exporter,importer,value_musd2010\n2000,AUS,AFG,0.038\n"),
                                problems_)[0]
                  .value,
              0.038);
    EXPECT_TRUE(problems_.empty());

    read_campos_totals(file("year,exporter,importer,value\n2019,AGO,ARE,\"2,5\"\n"), problems_);

    EXPECT_THAT(problems_.found(),
                Contains(testing::found(ProblemKind::decimal_comma, shown(), 2, "value", "2,5")));
}

TEST_F(LayerSources, a_signal_without_a_value_has_none) {
    const auto rows = read_signal_rows(
        file("id,date,actor,counterpart,kind,channel,direction,magnitude,status,sector,text,"
             "value_usd_bn,source_title,source_url,source_date,confidence\n"
             "s1,2024,DEU,CHN,visit,trade,1,2,signed,,Text,,Title,https://a.org/x,2024,high\n"),
        problems_);

    EXPECT_TRUE(problems_.empty());
    EXPECT_EQ(rows[0].value_usd_bn, std::nullopt);
    EXPECT_EQ(rows[0].source_url, "https://a.org/x");
}

}  // namespace
}  // namespace entente
