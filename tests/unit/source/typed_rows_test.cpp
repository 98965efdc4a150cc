#include "entente/source/typed_rows.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "entente/source/unctad_trade_matrix.hpp"
#include "entente/source/wiod_sales.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::IsEmpty;
using testing::ScratchFolder;

std::filesystem::path write(const ScratchFolder& folder, const std::string& text) {
    const std::filesystem::path file = folder.path() / "table.csv";
    std::ofstream(file) << text;
    return file;
}

struct Row {
    std::string code;
    double value = 0.0;
    std::optional<double> estimate;
    int year = 0;
};

constexpr std::array<RowField<Row>, 4> fields{{
    {"code", &Row::code},
    {"value", &Row::value},
    {"estimate", &Row::estimate},
    {"year", &Row::year},
}};

TEST(TypedRows, columns_fill_members_in_any_order_and_optional_ones_may_be_missing) {
    const ScratchFolder folder;
    Problems problems;

    const std::vector<Row> rows =
        read_rows(write(folder, "year,estimate,other,value,code\n2011,NA,x,2.5,NA\n2012,3,x,1,b\n"),
                  fields, problems);

    EXPECT_THAT(problems.found(), IsEmpty());
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].code, "NA");
    EXPECT_EQ(rows[0].value, 2.5);
    EXPECT_EQ(rows[0].estimate, std::nullopt);
    EXPECT_EQ(rows[1].estimate, 3.0);
    EXPECT_EQ(rows[1].year, 2012);
}

TEST(TypedRows, a_required_number_that_is_not_available_is_a_problem_with_its_line) {
    const ScratchFolder folder;
    Problems problems;

    read_rows(write(folder, "code,value,estimate,year\na,NA,1,2011\n"), fields, problems);

    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::not_available);
    EXPECT_EQ(problems.found()[0].line, 2u);
}

TEST(TypedRows, a_missing_file_gives_no_rows_and_a_problem) {
    const ScratchFolder folder;
    Problems problems;

    EXPECT_THAT(read_rows(folder.path() / "none.csv", fields, problems), IsEmpty());
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::file_missing);
}

TEST(WiodSales, romania_and_the_rest_of_the_world_get_their_usual_codes) {
    const ScratchFolder folder;
    Problems problems;

    const std::vector<WiodSale> rows = read_wiod_sales(
        write(folder, "exporter,sector,importer,intermediate,final\nROM,c1,RoW,1,-2\n"), problems);

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].exporter, "ROU");
    EXPECT_EQ(rows[0].importer, "ROW");
    EXPECT_EQ(rows[0].final_use, -2.0);
}

TEST(UnctadTradeMatrix, only_the_year_asked_for_is_kept) {
    const ScratchFolder folder;
    Problems problems;

    const std::vector<UnctadTrade> rows = read_unctad_trade_matrix(
        write(folder,
              "year,sitc,exporter,importer,value_kusd\n2005,0,AAA,BBB,1\n2015,All,AAA,BBB,2\n"),
        2015, problems);

    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].section, "All");
}

}  // namespace
}  // namespace entente
