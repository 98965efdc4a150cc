#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "entente/source/baci_folder.hpp"
#include "entente/source/baci_sums.hpp"
#include "entente/source/line_stream.hpp"
#include "entente/source/text_file.hpp"
#include "support/baci_files.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using namespace testing;

struct Result {
    BaciFolder folder;
    std::optional<BaciSums> sums;
    std::vector<Problem> problems;
};

/// The first year of a folder.
Result read(const std::filesystem::path& path) {
    Problems problems;
    Result result;
    result.folder = find_baci_folder(path, problems);
    if (problems.empty()) {
        result.sums = sum_baci_year(result.folder.years.front(), result.folder,
                                    bundled_product_lenses(), problems);
    }
    result.problems = problems.found();
    return result;
}

Result read_rows_of_2020(const std::string& rows) {
    const ScratchFolder folder;
    write_baci_countries(folder.path());
    write_baci_year(folder.path(), 2020, rows);
    return read(folder.path());
}

TEST(ProductLenses, technology_and_energy_are_groups_of_chapters) {
    const ProductLenses& lenses = bundled_product_lenses();

    EXPECT_THAT(lenses.names(), ElementsAre("technology", "energy"));
    EXPECT_EQ(lenses.lenses_of(854231), 1) << "integrated circuits";
    EXPECT_EQ(lenses.lenses_of(300490), 1) << "medicines";
    EXPECT_EQ(lenses.lenses_of(270900), 2) << "crude oil";
    EXPECT_EQ(lenses.lenses_of(100590), 0) << "maize";
    EXPECT_EQ(lenses.lenses_of(390110), 0) << "plastics are no chemicals in these groups";
}

TEST(ProductLenses, lenses_may_overlap_and_prefixes_have_two_four_or_six_digits) {
    const ProductLenses lenses({{"a", "8542"}, {"b", "854231"}});

    EXPECT_EQ(lenses.lenses_of(854239), 1);
    EXPECT_EQ(lenses.lenses_of(854231), 3);
    EXPECT_THROW(ProductLenses(std::vector<ProductLenses::Rule>{{"a", "854"}}), ShapeError);
    EXPECT_THROW(ProductLenses(std::vector<ProductLenses::Rule>{{"a", "HS"}}), ShapeError);
}

TEST(BaciSums, rows_are_summed_by_pair_and_lens) {
    const Result result = read_rows_of_2020(
        "2020,276,842,870323,100.5,7\n"
        "2020,276,842,100590,50,NA\n"
        "2020,842,276, 270900 ,          30.25,           NA\r\n"
        "2020,490,156,\"854231\",9,1\n");

    ASSERT_THAT(result.problems, IsEmpty());
    const Axis& axis = result.folder.economies;
    const std::size_t deu = axis.at("DEU");
    const std::size_t usa = axis.at("USA");
    EXPECT_EQ(result.sums->num_rows, 4U);
    EXPECT_EQ(result.sums->all(deu, usa), 150.5);
    EXPECT_EQ(result.sums->by_lens[0](deu, usa), 100.5);
    EXPECT_EQ(result.sums->by_lens[1](usa, deu), 30.25);
    EXPECT_EQ(result.sums->by_lens[0](usa, deu), 0.0);
    EXPECT_EQ(result.sums->all(axis.at("TWN"), axis.at("CHN")), 9.0) << "490 is Taiwan";
}

TEST(BaciSums, columns_come_in_any_order_and_lost_zeros_are_put_back_and_counted) {
    const ScratchFolder folder;
    write_baci_countries(folder.path());
    write_whole_file(folder.path() / "BACI_HS17_Y2020_V209901.csv",
                     "\xEF\xBB\xBFq,v,k,j,i,t\n1,5,10121,842,251,2020\n1,7,010121,842,251,2020");

    const Result result = read(folder.path());

    ASSERT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.sums->num_mended_products, 1U);
    EXPECT_EQ(
        result.sums->all(result.folder.economies.at("FRA"), result.folder.economies.at("USA")),
        12.0);
}

TEST(BaciSums, a_compressed_file_gives_the_same_sums) {
    const ScratchFolder folder;
    write_baci_countries(folder.path());
    write_whole_file(folder.path() / "BACI_HS17_Y2020_V209901.csv.gz",
                     gzip("t,i,j,k,v,q\n2020,276,842,870323,100.5,7\n"));

    const Result result = read(folder.path());

    ASSERT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(
        result.sums->all(result.folder.economies.at("DEU"), result.folder.economies.at("USA")),
        100.5);
}

TEST(BaciSums, every_problem_has_its_line_and_column) {
    const Result result = read_rows_of_2020(
        "2020,276,842,870323,100.5,7\n"
        "2021,276,842,870323,1,1\n"
        "2020,999,842,870323,1,1\n"
        "2020,276,x,870323,1,1\n"
        "2020,276,842,8703,1,1\n"
        "2020,276,842,870323,1,5,1\n"
        "2020,276,842,870323,-3,1\n"
        "2020,276,842,870323,NA,1\n"
        "2020,276,276,870323,1,1\n"
        "2020,276,842,870323,abc,1\n");

    EXPECT_FALSE(result.sums);
    const std::string file = result.problems.at(0).file;
    EXPECT_THAT(file, HasSubstr("BACI_HS17_Y2020_V209901.csv"));
    EXPECT_THAT(result.problems,
                ElementsAre(found(ProblemKind::value_out_of_range, file, 3, "t", "2021"),
                            found(ProblemKind::unknown_economy, file, 4, "i", "999"),
                            found(ProblemKind::unknown_economy, file, 5, "j", "x"),
                            found(ProblemKind::bad_code, file, 6, "k", "8703"),
                            found(ProblemKind::wrong_field_count, file, 7, "", "7 fields"),
                            found(ProblemKind::negative_value, file, 8, "v", "-3"),
                            found(ProblemKind::not_available, file, 9, "v", "NA"),
                            found(ProblemKind::value_out_of_range, file, 10, "j", "276"),
                            found(ProblemKind::not_a_number, file, 11, "v", "abc")));
    EXPECT_THAT(result.problems[1], expected_says("country_codes_V209901.csv"));
}

TEST(BaciSums, twenty_of_a_kind_are_written_out_and_the_rest_counted) {
    std::string rows;
    for (int k = 0; k < 500; ++k) rows += "2020,999,842,870323,1,1\n";

    const std::string text = describe(read_rows_of_2020(rows).problems);

    EXPECT_THAT(text, HasSubstr("500 problems"));
    EXPECT_THAT(text, HasSubstr("line 21, column i"));
    EXPECT_THAT(text, Not(HasSubstr("line 22, column i")));
    EXPECT_THAT(text, HasSubstr("and 480 more"));
}

TEST(BaciSums, reading_stops_where_nothing_fits) {
    std::string rows;
    for (int k = 0; k < 100'100; ++k) rows += "x\n";

    const Result result = read_rows_of_2020(rows);

    EXPECT_THAT(result.problems, SizeIs(100'001));
    EXPECT_THAT(result.problems.back(), fix_says("reading stopped"));
}

TEST(BaciSums, wrong_columns_and_empty_files_are_reported) {
    const ScratchFolder folder;
    write_baci_countries(folder.path());
    write_whole_file(folder.path() / "BACI_HS17_Y2020_V209901.csv", "t;i;j;k;v;q\n1;2;3;4;5;6\n");
    EXPECT_THAT(read(folder.path()).problems,
                Contains(Field("column", &Problem::column, std::string("v"))));

    write_whole_file(folder.path() / "BACI_HS17_Y2020_V209901.csv", "t,i,j,k,v,q,v\n");
    EXPECT_THAT(read(folder.path()).problems,
                ElementsAre(Field("kind", &Problem::kind, ProblemKind::repeated_column)));

    write_baci_year(folder.path(), 2020, "");
    EXPECT_THAT(read(folder.path()).problems,
                ElementsAre(Field("kind", &Problem::kind, ProblemKind::empty_table)));
}

TEST(BaciFolder, missing_files_are_named) {
    const ScratchFolder folder;
    EXPECT_THAT(read(folder.path() / "none").problems.at(0).expected, "a folder");
    EXPECT_THAT(read(folder.path()).problems.at(0).file, HasSubstr("BACI_HS??_Y????_V*.csv"));

    write_baci_year(folder.path(), 2020, "2020,276,842,870323,1,1\n");
    EXPECT_THAT(read(folder.path()).problems.at(0).file, HasSubstr("country_codes_V209901.csv"));
}

TEST(BaciFolder, editions_and_releases_are_not_mixed) {
    const ScratchFolder folder;
    write_baci_countries(folder.path());
    write_baci_year(folder.path(), 2019, "2019,276,842,870323,1,1\n", "HS12");
    write_baci_year(folder.path(), 2020, "2020,276,842,870323,1,1\n");
    EXPECT_THAT(read(folder.path()).problems,
                Contains(Field("kind", &Problem::kind, ProblemKind::different_series)));
}

TEST(BaciFolder, years_rise_and_a_year_comes_once) {
    const ScratchFolder folder;
    write_baci_countries(folder.path());
    write_baci_year(folder.path(), 2021, "2021,276,842,870323,1,1\n");
    write_baci_year(folder.path(), 2019, "2019,276,842,870323,1,1\n");
    Problems problems;
    const BaciFolder found = find_baci_folder(folder.path(), problems);
    EXPECT_THAT(problems.found(), IsEmpty());
    ASSERT_THAT(found.years, SizeIs(2));
    EXPECT_EQ(found.years[0].year, 2019);
    EXPECT_EQ(found.nomenclature, "HS17");
    EXPECT_EQ(found.release, "V209901");

    write_whole_file(folder.path() / "BACI_HS17_Y2021_V209901.csv.gz", gzip("t,i,j,k,v,q\n"));
    Problems twice;
    find_baci_folder(folder.path(), twice);
    EXPECT_THAT(twice.found(), SizeIs(1));
}

TEST(LineStream, lines_longer_than_a_block_and_damage_end_it) {
    const ScratchFolder folder;
    const auto file = folder.path() / "lines.csv";
    write_whole_file(file, "one\n" + std::string(400'000, 'x') + "\ntwo\n");
    Problems problems;
    LineStream lines(file, problems);
    EXPECT_EQ(lines.next(), "one");
    EXPECT_EQ(lines.next(), std::nullopt);
    EXPECT_THAT(problems.found(), SizeIs(1));

    std::string packed = gzip(std::string(1000, 'a') + "\n");
    packed.resize(packed.size() - 6);
    write_whole_file(file, packed);
    Problems damage;
    LineStream damaged(file, damage);
    while (damaged.next()) {
    }
    EXPECT_THAT(damage.found(),
                ElementsAre(Field("kind", &Problem::kind, ProblemKind::file_truncated)));
}

TEST(LineStream, many_blocks_give_every_line_once) {
    const ScratchFolder folder;
    const auto file = folder.path() / "lines.csv";
    std::string text;
    for (int k = 0; k < 200'000; ++k) text += std::to_string(k) + "\n";
    write_whole_file(file, text);
    Problems problems;
    LineStream lines(file, problems);

    int count = 0;
    while (const auto line = lines.next()) {
        ASSERT_EQ(*line, std::to_string(count));
        ++count;
    }

    EXPECT_EQ(count, 200'000);
    EXPECT_EQ(lines.line(), 200'000U);
}

}  // namespace
}  // namespace entente
