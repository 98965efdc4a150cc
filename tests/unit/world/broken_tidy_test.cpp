// Mistakes in the figures of a tidy folder: one place is spoiled, and exactly that place is
// reported.

#include <gmock/gmock.h>

#include <set>

#include "support/problem_matchers.hpp"
#include "support/tidy_copy.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::expected_says;
using ::testing::Field;
using testing::fix_says;
using testing::found;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::TidyCopy;
using testing::where_is;

TEST(BrokenTidy, the_folder_that_all_variants_start_from_is_good) {
    EXPECT_THAT(TidyCopy().problems(), IsEmpty());
}

TEST(BrokenTidy, unknown_country_gets_the_nearest_one) {
    TidyCopy copy;
    copy.replace("trade.csv", "01,AUS,USA,10.5", "01,AUZ,USA,10.5");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(
                    found(ProblemKind::unknown_country, copy.path("trade.csv"), 4, "origin", "AUZ"),
                    where_is("AUZ to USA, 01"), fix_says("AUS"))));
}

TEST(BrokenTidy, taiwan_as_490_is_explained) {
    TidyCopy copy;
    copy.replace("trade.csv", "01,TWN,USA,20", "01,490,USA,20");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::numeric_country_code, copy.path("trade.csv"),
                                        7, "origin", "490"),
                                  fix_says("490 is how Comtrade and BACI write Taiwan: use TWN"))));
}

TEST(BrokenTidy, a_number_declared_as_a_country_is_reported_where_it_is_declared) {
    TidyCopy copy;
    for (const char* file : {"countries.csv", "trade.csv", "output.csv", "inputs.csv",
                             "consumption.csv", "tariffs-2005.csv", "reference.csv"}) {
        copy.replace_all(file, "TWN", "158");
    }

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::numeric_country_code,
                                        copy.path("countries.csv"), 3, "iso3", "158"),
                                  fix_says("use TWN"))));
}

TEST(BrokenTidy, a_country_number_that_lost_its_zero_is_recognised) {
    TidyCopy copy;
    copy.replace("output.csv", "AUS,02,155", "36,02,155");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::lost_leading_zero, copy.path("output.csv"), 3,
                                        "country", "36"),
                                  fix_says("036: use AUS"))));
}

TEST(BrokenTidy, a_sector_code_that_lost_its_zero_is_recognised_in_every_row) {
    TidyCopy copy;
    copy.replace_all("trade.csv", "\n01,", "\n1,");

    const std::vector<Problem> problems = copy.problems();

    EXPECT_THAT(problems, SizeIs(9));
    EXPECT_THAT(problems, Each(AllOf(Field(&Problem::kind, ProblemKind::lost_leading_zero),
                                     Field(&Problem::column, "sector"), Field(&Problem::value, "1"),
                                     fix_says("write 01"))));
}

TEST(BrokenTidy, unknown_sector_gets_the_nearest_one) {
    TidyCopy copy;
    copy.replace("inputs.csv", "TWN,02,02,0.6", "TWN,02,0 2,0.6");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::unknown_sector, copy.path("inputs.csv"), 9,
                                        "using_sector", "0 2"),
                                  fix_says("write 02"))));
}

TEST(BrokenTidy, a_sector_missing_from_sectors_is_reported_where_it_is_used) {
    TidyCopy copy;
    copy.replace("sectors.csv", "02,Services,5,services\n", "");

    const std::vector<Problem> problems = copy.problems();

    // 4 rows of trade, 3 of output, 3 + 6 uses in 9 rows of inputs, 3 of consumption.
    EXPECT_THAT(problems, SizeIs(4 + 3 + 12 + 3));
    EXPECT_THAT(problems, Each(AllOf(Field(&Problem::kind, ProblemKind::unknown_sector),
                                     Field(&Problem::value, "02"))));
}

TEST(BrokenTidy, a_sector_missing_from_output_is_a_missing_row) {
    TidyCopy copy;
    copy.replace("output.csv", "TWN,01,130,0.5\n", "");

    EXPECT_THAT(
        copy.problems(),
        ElementsAre(AllOf(found(ProblemKind::missing_row, copy.path("output.csv"), 0, "", ""),
                          where_is("TWN, 01"), expected_says("gross_output 130"))));
}

TEST(BrokenTidy, tariff_of_25_for_a_quarter_is_reported_in_its_cell) {
    TidyCopy copy;
    copy.replace("trade.csv", "20,0.25,observed", "20,25,observed");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::tariff_looks_like_percent,
                                        copy.path("trade.csv"), 7, "tariff_rate", "25"),
                                  where_is("TWN to USA, 01"))));
}

TEST(BrokenTidy, tariffs_all_in_percent_are_one_problem) {
    TidyCopy copy;
    for (const auto& [ratio, percent] :
         {std::pair("0.03", "3"), {"0.05", "5"}, {"0.1", "10"}, {"0.25", "25"}, {"0.02", "2"}}) {
        copy.replace("trade.csv", std::string(",") + ratio + ",", std::string(",") + percent + ",");
    }

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::tariff_looks_like_percent,
                                        copy.path("trade.csv"), 3, "tariff_rate", "3"),
                                  fix_says("5 of the 5 rates"))));
}

TEST(BrokenTidy, tariffs_written_as_factors_are_one_problem) {
    TidyCopy copy;
    copy.write(
        "tariffs-2005.csv",
        "sector,origin,destination,tariff_rate\n01,TWN,USA,1.3\n01,USA,TWN,1\n01,USA,USA,1\n");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::tariff_looks_like_percent,
                                        copy.path("tariffs-2005.csv"), 2, "tariff_rate", "1.3"),
                                  fix_says("factors"))));
}

TEST(BrokenTidy, a_tariff_on_itself_is_refused) {
    TidyCopy copy;
    copy.replace("trade.csv", "01,TWN,TWN,80,0,", "01,TWN,TWN,80,0.1,");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::tariff_on_itself, copy.path("trade.csv"), 6,
                                  "tariff_rate", "0.1")));
}

TEST(BrokenTidy, a_tariff_below_minus_one_is_refused) {
    TidyCopy copy;
    copy.replace("tariffs-2005.csv", "0.3", "-1.5");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::value_out_of_range, copy.path("tariffs-2005.csv"), 2,
                                  "tariff_rate", "-1.5")));
}

TEST(BrokenTidy, na_is_not_a_number) {
    TidyCopy copy;
    copy.replace("trade.csv", "02,AUS,USA,5,", "02,AUS,USA,NA,");

    EXPECT_THAT(copy.problems(), ElementsAre(AllOf(found(ProblemKind::not_available,
                                                         copy.path("trade.csv"), 12, "value", "NA"),
                                                   where_is("AUS to USA, 02"))));
}

TEST(BrokenTidy, an_empty_value_is_reported) {
    TidyCopy copy;
    copy.replace("output.csv", "USA,02,90,0.6", "USA,02,90,");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::empty_value, copy.path("output.csv"), 7,
                                  "value_added_share", "")));
}

TEST(BrokenTidy, an_empty_code_is_reported) {
    TidyCopy copy;
    copy.replace("consumption.csv", "USA,02,0.6", "USA,,0.6");

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::empty_value,
                                                   copy.path("consumption.csv"), 7, "sector", "")));
}

TEST(BrokenTidy, a_decimal_comma_is_recognised) {
    TidyCopy copy;
    copy.replace("trade.csv", "10.5", "\"10,5\"");

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::decimal_comma,
                                                   copy.path("trade.csv"), 4, "value", "10,5")));
}

TEST(BrokenTidy, a_truncated_gzip_file_is_reported_once) {
    TidyCopy copy;
    copy.pack("trade.csv");
    const std::string packed = copy.text("trade.csv.gz");
    copy.write("trade.csv.gz", packed.substr(0, packed.size() / 2));

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::file_truncated,
                                                   copy.path("trade.csv.gz"), 0, "", "")));
}

TEST(BrokenTidy, a_cell_given_twice_names_both_lines) {
    TidyCopy copy;
    copy.append("trade.csv", "01,TWN,USA,20,0.25,observed");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(
                    found(ProblemKind::duplicate_row, copy.path("trade.csv"), 15, "value", "20"),
                    where_is("TWN to USA, 01"), fix_says("line 7"))));
}

TEST(BrokenTidy, a_negative_flow_is_reported) {
    TidyCopy copy;
    copy.replace("trade.csv", "01,USA,AUS,10,", "01,USA,AUS,-10,");

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::negative_value,
                                                   copy.path("trade.csv"), 8, "value", "-10")));
}

TEST(BrokenTidy, a_share_above_one_is_reported_without_its_sum) {
    TidyCopy copy;
    copy.replace("inputs.csv", "AUS,01,01,0.75", "AUS,01,01,75");

    EXPECT_THAT(copy.problems(), ElementsAre(AllOf(found(ProblemKind::share_out_of_range,
                                                         copy.path("inputs.csv"), 2, "share", "75"),
                                                   where_is("AUS, 01 used by 01"))));
}

TEST(BrokenTidy, shares_that_do_not_add_up_are_reported_at_their_first_row) {
    TidyCopy copy;
    copy.replace("inputs.csv", "USA,02,02,0.6", "USA,02,02,0.5");
    copy.replace("consumption.csv", "AUS,02,0.6\n", "");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::shares_do_not_add_up, copy.path("inputs.csv"),
                                        12, "share", "0.9"),
                                  where_is("USA, inputs used by 02")),
                            AllOf(found(ProblemKind::shares_do_not_add_up,
                                        copy.path("consumption.csv"), 2, "share", "0.4"),
                                  where_is("AUS"))));
}

TEST(BrokenTidy, output_that_differs_from_sales_names_both_figures) {
    TidyCopy copy;
    copy.replace("output.csv", "USA,01,100,", "USA,01,100.001,");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::output_differs_from_sales,
                                        copy.path("output.csv"), 6, "gross_output", "100.001"),
                                  where_is("USA, 01"), expected_says("100 by trade.csv"))));
}

TEST(BrokenTidy, output_that_differs_from_sales_by_rounding_is_accepted) {
    TidyCopy copy;
    copy.replace("output.csv", "USA,01,100,", "USA,01,100.00005,");

    EXPECT_THAT(copy.problems(), IsEmpty());
}

TEST(BrokenTidy, an_unknown_code_does_not_hide_output_that_differs_for_another_reason) {
    TidyCopy copy;
    copy.replace("trade.csv", "01,AUS,USA,10.5", "01,AUZ,USA,10.5");
    copy.replace("output.csv", "USA,01,100,", "USA,01,107,");

    EXPECT_THAT(
        copy.problems(),
        ElementsAre(found(ProblemKind::unknown_country, copy.path("trade.csv"), 4, "origin", "AUZ"),
                    found(ProblemKind::output_differs_from_sales, copy.path("output.csv"), 6,
                          "gross_output", "107")));
}

TEST(BrokenTidy, a_country_without_value_added_is_refused) {
    TidyCopy copy;
    copy.append("countries.csv", "FRA,France");

    const std::vector<Problem> problems = copy.problems();

    EXPECT_THAT(problems, Contains(AllOf(found(ProblemKind::not_positive, copy.path("output.csv"),
                                               0, "value_added_share", "0"),
                                         where_is("FRA"))));
}

TEST(BrokenTidy, ten_faults_in_one_folder_are_all_reported) {
    TidyCopy copy;
    copy.replace("world.toml", "base_year = 2020", "base_year = \"2020\"");
    copy.replace("countries.csv", "TWN,", "T?N,");
    copy.replace("sectors.csv", "Goods,4", "Goods,0");
    copy.replace("trade.csv", "01,AUS,USA,10.5", "01,AUZ,USA,10.5");
    copy.replace("trade.csv", "02,AUS,USA,5", "02,AUS,USA,-5");
    copy.replace("trade.csv", "01,USA,TWN,30,0.02", "01,USA,TWN,30,20");
    copy.replace("output.csv", "USA,02,90", "USA,02,91");
    copy.replace("inputs.csv", "AUS,01,01,0.75", "AUS,01,01,NA");
    copy.replace("consumption.csv", "USA,02,0.6", "USA,02,0.5");
    copy.replace("groups.csv", "2010-12-31", "31.12.2010");

    std::set<ProblemKind> kinds;
    for (const Problem& problem : copy.problems()) kinds.insert(problem.kind);

    for (const ProblemKind kind :
         {ProblemKind::wrong_type, ProblemKind::bad_code, ProblemKind::not_positive,
          ProblemKind::unknown_country, ProblemKind::negative_value,
          ProblemKind::tariff_looks_like_percent, ProblemKind::output_differs_from_sales,
          ProblemKind::not_available, ProblemKind::shares_do_not_add_up, ProblemKind::not_a_date}) {
        EXPECT_TRUE(kinds.contains(kind)) << sentence(kind);
    }
}

}  // namespace
}  // namespace entente
