// Mistakes in what a tidy folder is made of: files, columns, codes and records. One place is
// spoiled, and exactly that place is reported.

#include <gmock/gmock.h>

#include "support/problem_matchers.hpp"
#include "support/tidy_copy.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::fix_says;
using testing::found;
using ::testing::SizeIs;
using testing::TidyCopy;
using testing::where_is;

TEST(BrokenTidyTables, a_country_declared_twice_is_reported) {
    TidyCopy copy;
    copy.append("countries.csv", "AUS,Australia again");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(
                    found(ProblemKind::duplicate_row, copy.path("countries.csv"), 5, "iso3", "AUS"),
                    fix_says("line 2"))));
}

TEST(BrokenTidyTables, every_required_file_that_is_missing_is_named) {
    TidyCopy copy;
    for (const char* file :
         {"world.toml", "countries.csv", "sectors.csv", "trade.csv", "output.csv"}) {
        copy.remove(file);
    }

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::file_missing, copy.path("world.toml"), 0, "", ""),
                            found(ProblemKind::file_missing, copy.path("countries.csv"), 0, "", ""),
                            found(ProblemKind::file_missing, copy.path("sectors.csv"), 0, "", ""),
                            found(ProblemKind::file_missing, copy.path("trade.csv"), 0, "", ""),
                            found(ProblemKind::file_missing, copy.path("output.csv"), 0, "", "")));
}

TEST(BrokenTidyTables, a_folder_that_is_not_there_is_named) {
    TidyCopy copy;
    std::filesystem::remove_all(copy.folder());

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::file_missing, copy.folder().string(), 0, "", "")));
}

TEST(BrokenTidyTables, a_missing_column_is_named) {
    TidyCopy copy;
    copy.replace("output.csv", "gross_output", "output");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::missing_column, copy.path("output.csv"), 1,
                                  "gross_output", "")));
}

TEST(BrokenTidyTables, a_repeated_column_is_named) {
    TidyCopy copy;
    copy.replace("sectors.csv", "trade_elasticity,kind", "trade_elasticity,name");

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::repeated_column,
                                                   copy.path("sectors.csv"), 1, "name", "")));
}

TEST(BrokenTidyTables, a_theta_of_zero_is_refused) {
    TidyCopy copy;
    copy.replace("sectors.csv", "Goods,4", "Goods,0");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::not_positive, copy.path("sectors.csv"), 2,
                                        "trade_elasticity", "0"),
                                  where_is("01"))));
}

TEST(BrokenTidyTables, a_day_that_does_not_exist_is_refused) {
    TidyCopy copy;
    copy.replace("groups.csv", "2010-12-31", "2010-12-32");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::not_a_date, copy.path("groups.csv"), 3,
                                        "valid_to", "2010-12-32"),
                                  where_is("DUO, USA"))));
}

TEST(BrokenTidyTables, a_membership_that_ends_before_it_begins_is_refused) {
    TidyCopy copy;
    copy.replace("groups.csv", "2010-12-31", "1999-12-31");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::value_out_of_range, copy.path("groups.csv"), 3,
                                  "valid_to", "1999-12-31")));
}

TEST(BrokenTidyTables, broken_toml_is_reported_with_line_and_column) {
    TidyCopy copy;
    copy.replace("world.toml", "base_year = 2020", "base_year = twenty");

    const std::vector<Problem> problems = copy.problems();

    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(problems[0].kind, ProblemKind::bad_toml);
    EXPECT_EQ(problems[0].file, copy.path("world.toml"));
    EXPECT_EQ(problems[0].line, 2u);
    EXPECT_EQ(problems[0].column, "14");
    EXPECT_EQ(problems[0].value, "base_year = twenty");
}

TEST(BrokenTidyTables, missing_and_wrong_keys_of_world_toml_are_named) {
    TidyCopy copy;
    copy.write("world.toml",
               "name = \"\"\nbase_year = \"2020\"\nsources = [1]\n"
               "tariff_unit = \"percents\"\n");

    const std::string file = copy.path("world.toml");
    EXPECT_THAT(
        copy.problems(),
        ElementsAre(found(ProblemKind::empty_value, file, 1, "name", "''"),
                    found(ProblemKind::wrong_type, file, 2, "base_year", "'2020'"),
                    found(ProblemKind::missing_key, file, 0, "unit", ""),
                    found(ProblemKind::wrong_type, file, 3, "sources", "1"),
                    found(ProblemKind::value_out_of_range, file, 4, "tariff_unit", "'percents'")));
}

TEST(BrokenTidyTables, a_base_year_out_of_range_is_refused) {
    TidyCopy copy;
    copy.replace("world.toml", "2020", "20230");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::value_out_of_range, copy.path("world.toml"), 2,
                                  "base_year", "20230")));
}

TEST(BrokenTidyTables, codes_with_other_characters_are_refused) {
    TidyCopy copy;
    copy.replace_all("trade.csv", "\n02,", "\n02/3,");
    copy.replace_all("output.csv", ",02,", ",02/3,");
    copy.replace_all("consumption.csv", ",02,", ",02/3,");
    copy.replace_all("inputs.csv", ",02", ",02/3");
    copy.replace("sectors.csv", "02,", "02/3,");

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::bad_code, copy.path("sectors.csv"),
                                                   3, "sector", "02/3")));
}

TEST(BrokenTidyTables, a_group_named_like_a_country_is_refused) {
    TidyCopy copy;
    copy.replace("groups.csv", "DUO,AUS", "USA,AUS");

    EXPECT_THAT(copy.problems(), ElementsAre(found(ProblemKind::bad_code, copy.path("groups.csv"),
                                                   2, "group", "USA")));
}

TEST(BrokenTidyTables, an_unknown_member_of_a_group_is_refused) {
    TidyCopy copy;
    copy.replace("groups.csv", "DUO,AUS", "DUO,AUX");

    EXPECT_THAT(copy.problems(), ElementsAre(AllOf(found(ProblemKind::unknown_country,
                                                         copy.path("groups.csv"), 2, "iso3", "AUX"),
                                                   fix_says("AUS"))));
}

TEST(BrokenTidyTables, unknown_words_are_refused) {
    TidyCopy copy;
    copy.replace("trade.csv", "scaled", "guessed");
    copy.replace("sectors.csv", ",goods", ",things");

    EXPECT_THAT(
        copy.problems(),
        ElementsAre(
            found(ProblemKind::value_out_of_range, copy.path("sectors.csv"), 2, "kind", "things"),
            found(ProblemKind::unknown_quality, copy.path("trade.csv"), 8, "quality", "guessed")));
}

TEST(BrokenTidyTables, empty_tables_are_named) {
    TidyCopy copy;
    copy.write("countries.csv", "iso3,name\n");
    copy.write("sectors.csv", "");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::empty_table, copy.path("countries.csv"), 0, "", ""),
                            found(ProblemKind::empty_table, copy.path("sectors.csv"), 0, "", "")));
}

TEST(BrokenTidyTables, a_file_in_another_encoding_is_refused) {
    TidyCopy copy;
    copy.replace("countries.csv", "Taiwan", "Ta\xEFwan");

    EXPECT_THAT(copy.problems(),
                ElementsAre(found(ProblemKind::not_utf8, copy.path("countries.csv"), 3, "", "")));
}

TEST(BrokenTidyTables, records_with_bad_numbers_are_named) {
    TidyCopy copy;
    copy.replace("parameters.csv", "0.8,", "0.95,0.5");
    copy.replace("reference.csv", "0.5,", "-0.5,");

    EXPECT_THAT(copy.problems(),
                ElementsAre(AllOf(found(ProblemKind::value_out_of_range,
                                        copy.path("parameters.csv"), 2, "low", "0.95"),
                                  where_is("retention")),
                            AllOf(found(ProblemKind::negative_value, copy.path("reference.csv"), 2,
                                        "tolerance", "-0.5"),
                                  where_is("goods_flow TWN USA"))));
}

}  // namespace
}  // namespace entente
