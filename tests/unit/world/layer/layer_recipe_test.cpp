#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/world/layer/finance_windows.hpp"
#include "entente/world/layer/signals.hpp"
#include "entente/world/recipe.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_layers.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using testing::fix_says;

const std::string head =
    "title = \"Made up\"\nas_of = \"2024-12-31\"\n"
    "[[source]]\ncode = \"ledger\"\ntitle = \"t\"\npublisher = \"p\"\nyear = \"2024\"\n"
    "url = \"u\"\nlicence = \"CC0\"\n";

Layer build(const testing::ScratchFolder& scratch, const testing::LayerFolder& files) {
    testing::write_layer(scratch.path(), files);
    return build_layer_from_recipe(scratch.path() / "recipe.toml", scratch.path());
}

const std::string signal_columns =
    "id,date,actor,counterpart,kind,channel,direction,magnitude,status,sector,text,value_usd_bn,"
    "source_title,source_url,source_date,confidence\n";

testing::LayerFolder signals_files(const std::string& rows) {
    return {{"recipe.toml",
             "recipe = \"signals\"\nname = \"signals\"\n"
             "left_out_titles = [\"Tracker\"]\n" +
                 head +
                 "[[reference]]\ncheck = \"rows\"\nsubject = \"signals\"\n"
                 "value = 2\nunit = \"rows\"\nsource = \"ledger\"\n"
                 "[files]\nsignals = \"rows.csv\"\n"},
            {"rows.csv", signal_columns + rows}};
}

TEST(LayerRecipe, ledger_rows_of_the_tracker_are_left_out_and_article_rows_marked) {
    const testing::ScratchFolder scratch;

    const Layer layer = build(
        scratch,
        signals_files(
            "s2,2024,DEU,CHN,visit,trade,1,2,signed,,B,,T,https://www.a.org/x,2024,high\n"
            "s3,2024,DEU,CHN,visit,trade,1,2,signed,,C,,Tracker 2018,https://b.org,2024,high\n"
            "s1,2024,DEU,CHN,visit,trade,1,2,signed,,A,,T,article:2,2024,high\n"));

    const SignalsLedger ledger = read_signals(layer, {.include_articles = true});
    ASSERT_EQ(ledger.signals.size(), 2u);
    EXPECT_EQ(ledger.signals[0].id, "s1");
    EXPECT_TRUE(ledger.signals[0].is_from_article);
    EXPECT_EQ(ledger.signals[1].publisher, "a.org");
    EXPECT_FALSE(ledger.signals[1].is_from_article);
}

TEST(LayerRecipe, a_bad_row_of_the_raw_ledger_stops_the_build) {
    const testing::ScratchFolder scratch;

    EXPECT_THROW(build(scratch, signals_files("s1,2029,DEU,CHN,visit,trade,1,2,signed,,A,,T,"
                                              "https://a.org,2024,high\n")),
                 DataError);
}

TEST(LayerRecipe, unknown_keys_and_builders_are_told) {
    const testing::ScratchFolder scratch;
    testing::LayerFolder files = signals_files("");
    files["recipe.toml"] = "recipe = \"arms\"\n" + head;

    EXPECT_THROW(build(scratch, files), DataError);
    EXPECT_FALSE(is_layer_recipe(scratch.path() / "recipe.toml"));
}

const std::string finance_recipe =
    "recipe = \"finance\"\nname = \"finance\"\ncow_dissolved = [\"265\"]\n" + head +
    "[files]\naei = \"aei.csv\"\naiddata = \"aid.csv\"\ncow_codes = \"cow.csv\"\n"
    "gdp = \"gdp.csv\"\n[lists]\neconomies = \"economies.csv\"\n"
    "[aei_names]\n\"Britain\" = \"GBR\"\n[cow_extra]\n"
    "[[window]]\npublisher = \"aei\"\ncode = \"2014-2015\"\nfirst_year = 2014\n"
    "last_year = 2015\nyears = 2\nunit = \"million current USD\"\n"
    "[[window]]\npublisher = \"aiddata\"\ncode = \"2014-2015\"\nfirst_year = 2014\n"
    "last_year = 2015\nyears = 2\nunit = \"million USD of 2021\"\n";

testing::LayerFolder finance_files(const std::string& country) {
    return {
        {"recipe.toml", finance_recipe},
        {"aei.csv", "Year,Month,Quantity in Millions,Sector,Country\n2014,May,100,Energy," +
                        country + "\n2015,May,60,Energy,Britain\n2016,May,7,Energy,Britain\n"},
        {"aid.csv", "ccode,year,oda_adj,oof_adj,vof_adj\n31,2004,5e6,0,0\n41,2014,1e6,2e6,3e6\n"},
        {"cow.csv", "iso3,cow_ccode\nBHS,31\nHTI,41\n"},
        {"gdp.csv", "Country Code,Year,Value\nGBR,2014,2e12\nGBR,2015,4e12\n"},
        {"economies.csv", "iso3,name,in_panel\nAUS,Australia,1\nCHN,China,1\n"}};
}

TEST(LayerRecipe, economies_without_a_deal_have_zero_and_others_outside_the_scope_none) {
    const testing::ScratchFolder scratch;

    const FinanceWindows finance = read_finance_windows(build(scratch, finance_files("Britain")));

    const FinanceWindow* aei = finance.find("aei", "2014-2015");
    ASSERT_NE(aei, nullptr);
    EXPECT_EQ(aei->find("AUS")->amount, 0.0);
    EXPECT_EQ(aei->find("CHN"), nullptr);
    EXPECT_EQ(aei->find("GBR")->amount, 160.0);
    EXPECT_EQ(aei->find("GBR")->num_records, 2);
    // 2 and 4 million million USD.
    EXPECT_EQ(aei->find("GBR")->gdp, 3e6);
    const FinanceWindow* aiddata = finance.find("aiddata", "2014-2015");
    EXPECT_EQ(aiddata->find("BHS")->amount, 0.0) << "a recipient of another year";
    EXPECT_EQ(aiddata->find("HTI")->amount, 6.0);
    EXPECT_EQ(aiddata->find("AUS"), nullptr);
}

TEST(LayerRecipe, a_name_that_is_not_mapped_is_told_with_what_to_add) {
    const testing::ScratchFolder scratch;

    try {
        build(scratch, finance_files("Ruritania"));
        FAIL() << "an unknown name was accepted";
    } catch (const DataError& error) {
        EXPECT_THAT(error.problems(),
                    Contains(::testing::AllOf(
                        ::testing::Field(&Problem::kind, ProblemKind::unknown_economy),
                        ::testing::Field(&Problem::value, "Ruritania"),
                        fix_says("[aei_names] of the recipe"))));
    }
}

}  // namespace
}  // namespace entente
