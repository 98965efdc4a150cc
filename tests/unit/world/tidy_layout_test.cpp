// What a tidy folder may leave out, add or write in another way.

#include <gmock/gmock.h>

#include "support/tidy_copy.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::TidyCopy;

TEST(TidyLayout, codes_quality_and_records_are_read_as_written) {
    const World world = TidyCopy().read();

    EXPECT_THAT(world.countries().codes(), ElementsAre("AUS", "TWN", "USA"));
    EXPECT_THAT(world.sectors().codes(), ElementsAre("01", "02"));
    EXPECT_EQ(world.data().sectors[1].kind, SectorKind::services);
    EXPECT_EQ(world.trade_flow()(1, 2, 0), 20.0);
    EXPECT_EQ(world.tariff_rate()(1, 2, 0), 0.25);
    EXPECT_EQ(world.trade_quality()(1, 0, 0), Quality::estimated);
    EXPECT_EQ(world.input_share()(0, 1, 0), 0.25);
    EXPECT_EQ(world.consumption_share()(2, 1), 0.6);
    EXPECT_THAT(world.members("DUO", parse_date("2005-01-01")), ElementsAre(0, 2));
    EXPECT_EQ(world.data().parameters.at(0).low, 0.8);
    EXPECT_FALSE(world.data().parameters.at(0).high.has_value());
    EXPECT_EQ(world.data().reference_values.at(0).tolerance, 0.5);
    EXPECT_EQ(world.data().sources.at(0).licence, "Apache-2.0");
}

TEST(TidyLayout, cells_that_are_absent_from_trade_are_zero_and_observed) {
    const World world = TidyCopy().read();

    EXPECT_EQ(world.trade_flow()(1, 0, 1), 0.0);
    EXPECT_EQ(world.tariff_rate()(1, 0, 1), 0.0);
    EXPECT_EQ(world.trade_quality()(1, 0, 1), Quality::observed);
}

TEST(TidyLayout, cells_that_are_absent_from_a_tariff_table_keep_the_base_rate) {
    const World world = TidyCopy().read();

    const Array3<double>& rates = world.data().alternative_tariffs.at("2005");
    EXPECT_EQ(rates(1, 2, 0), 0.3);
    EXPECT_EQ(rates(2, 1, 0), 0.0);
    EXPECT_EQ(rates(1, 0, 0), 0.1);
}

TEST(TidyLayout, packed_and_plain_files_columns_in_any_order_and_further_ones_change_nothing) {
    TidyCopy copy;
    const std::string hash = copy.read().content_hash();
    copy.pack("trade.csv");
    copy.write("consumption.csv",
               "share,remark,sector,country\n0.4,\"a, b\",01,AUS\n0.6,,02,AUS\n"
               "0.4,,01,TWN\n0.6,,02,TWN\n0.4,,01,USA\n0.6,,02,USA\n");
    copy.replace_all("output.csv", "\n", "\r\n");

    EXPECT_EQ(copy.read().content_hash(), hash);
}

TEST(TidyLayout, only_five_files_are_required) {
    TidyCopy copy;
    for (const char* file : {"inputs.csv", "consumption.csv", "tariffs-2005.csv", "groups.csv",
                             "parameters.csv", "sources.csv", "reference.csv"}) {
        copy.remove(file);
    }
    copy.replace_all("output.csv", ",0.5\n", ",1\n");
    copy.replace_all("output.csv", ",0.6\n", ",1\n");

    const World world = copy.read();

    EXPECT_FALSE(world.has_inputs());
    // AUS spends 100 + 30 * 1.1 + 10 on goods and 150 on services.
    EXPECT_DOUBLE_EQ(world.consumption_share()(0, 0), 143.0 / 293.0);
}

TEST(TidyLayout, a_country_sector_without_sales_may_be_left_out_of_output) {
    TidyCopy copy;
    copy.replace("sectors.csv", "02,Services,5,services\n",
                 "02,Services,5,services\n03,Nothing,5,services\n");

    const World world = copy.read();

    EXPECT_EQ(world.gross_output()(0, 2), 0.0);
    EXPECT_EQ(world.consumption_share()(0, 2), 0.0);
}

TEST(TidyLayout, tariffs_in_percent_or_factors_are_read_where_the_folder_says_so) {
    const std::string heading = "name = \"a\"\nbase_year = 2020\nunit = \"b\"\nsources = []\n";
    const std::string table = "sector,origin,destination,tariff_rate\n01,TWN,USA,";
    TidyCopy copy;
    copy.remove("tariffs-2005.csv");
    copy.write("trade.csv", std::string("sector,origin,destination,value\n") +
                                "01,AUS,AUS,130.5\n01,TWN,TWN,130\n01,USA,USA,100\n"
                                "02,AUS,AUS,155\n02,TWN,TWN,120\n02,USA,USA,90\n");

    copy.write("world.toml", heading + "tariff_unit = \"percent\"\n");
    copy.write("tariffs-x.csv", table + "25\n");
    EXPECT_EQ(copy.read().data().alternative_tariffs.at("x")(1, 2, 0), 0.25);

    copy.write("world.toml", heading + "tariff_unit = \"factor\"\n");
    copy.write("tariffs-x.csv", table + "1.25\n");
    EXPECT_EQ(copy.read().data().alternative_tariffs.at("x")(1, 2, 0), 0.25);

    copy.write("world.toml", heading + "tariff_unit = \"ratio\"\n");
    EXPECT_EQ(copy.read().data().alternative_tariffs.at("x")(1, 2, 0), 1.25);
}

TEST(TidyLayout, the_unit_of_tariffs_is_written_only_where_it_would_be_asked_for) {
    TidyCopy copy;
    WorldData data = copy.read().data();
    write_tidy_folder(World(data), copy.folder() / "low", false);
    data.alternative_tariffs.at("2005")(1, 2, 0) = 1.5;
    data.alternative_tariffs.at("2005")(2, 1, 0) = 2.5;
    write_tidy_folder(World(data), copy.folder() / "high", false);

    EXPECT_THAT(copy.text("low/world.toml"), Not(HasSubstr("tariff_unit")));
    EXPECT_THAT(copy.text("high/world.toml"), HasSubstr("tariff_unit = \"ratio\""));
    EXPECT_EQ(read_tidy_folder(copy.folder() / "high").content_hash(), World(data).content_hash());
}

}  // namespace
}  // namespace entente
