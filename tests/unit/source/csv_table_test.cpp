#include "entente/source/csv_table.hpp"

#include <gmock/gmock.h>

#include <array>

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array<std::string_view, 2> columns{"code", "value"};

TEST(CsvTable, reads_quotes_commas_line_breaks_and_windows_line_ends) {
    Problems problems;
    const auto table =
        CsvTable::parse("code,value\r\n\"a,\"\"b\"\"\nc\",1\r\nd,2", "t.csv", columns, problems);

    ASSERT_TRUE(table);
    EXPECT_THAT(problems.found(), IsEmpty());
    EXPECT_EQ(table->text(0, 0), "a,\"b\"\nc");
    EXPECT_EQ(table->text(1, 1), "2");
    EXPECT_EQ(table->line(1), 4u);
}

TEST(CsvTable, keeps_namibia_as_text) {
    Problems problems;
    const auto table = CsvTable::parse("code,value\nNA,3\n", "t.csv", columns, problems);

    EXPECT_EQ(table->text(0, 0), "NA");
}

TEST(CsvTable, names_line_and_column_of_a_bad_number) {
    Problems problems;
    const auto table = CsvTable::parse("code,value\na,1\nb,\"2,5\"\n", "t.csv", columns, problems);
    table->number(1, 1, problems, "b");

    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(describe(problems.found()[0]),
              "t.csv, line 3, column value, b: a number is written with a comma (found \"2,5\"). "
              "To mend it: write a decimal point and no thousands separator.");
}

TEST(CsvTable, reports_a_row_of_the_wrong_length_and_reads_on) {
    Problems problems;
    const auto table = CsvTable::parse("code,value\na,1,x\nb,2\n", "t.csv", columns, problems);

    ASSERT_TRUE(table);
    EXPECT_EQ(table->num_rows(), 1u);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::wrong_field_count);
    EXPECT_EQ(problems.found()[0].line, 2u);
}

TEST(CsvTable, reports_missing_and_repeated_columns) {
    Problems problems;

    EXPECT_FALSE(CsvTable::parse("code,code\na,b\n", "t.csv", columns, problems));
    std::vector<ProblemKind> kinds;
    for (const Problem& problem : problems.found()) kinds.push_back(problem.kind);
    EXPECT_THAT(kinds, ElementsAre(ProblemKind::repeated_column, ProblemKind::missing_column));
}

TEST(CsvTable, reports_an_empty_file) {
    Problems problems;

    EXPECT_FALSE(CsvTable::parse("", "t.csv", columns, problems));
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::empty_table);
}

TEST(CsvTable, a_decimal_comma_that_splits_a_field_is_recognised) {
    Problems problems;

    const auto table =
        CsvTable::parse("code,value,share\n01,10,5,0.5\n02,20,0.5\n", "t.csv", columns, problems);

    ASSERT_TRUE(table);
    EXPECT_EQ(table->num_rows(), 1u);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::decimal_comma);
    EXPECT_EQ(problems.found()[0].line, 2u);
    EXPECT_EQ(problems.found()[0].column, "value");
    EXPECT_EQ(problems.found()[0].value, "10,5");
}

TEST(CsvTable, semicolons_between_columns_are_one_problem) {
    Problems problems;
    const auto table = CsvTable::parse("code;value\n01;10,5\n02;1,5\n", "t.csv", columns, problems);

    EXPECT_FALSE(table);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::missing_column);
    EXPECT_NE(problems.found()[0].fix.find("separated by ';'"), std::string::npos);
}

}  // namespace
}  // namespace entente
