#include "entente/source/text_file.hpp"

#include <gtest/gtest.h>

#include "entente/base/whole_file.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

TEST(TextFile, reads_back_what_gzip_packed) {
    const testing::ScratchFolder scratch;
    const fs::path path = scratch.path() / "file";
    write_whole_file(path, gzip("origin,destination\n"));
    Problems problems;

    EXPECT_EQ(read_text_file(path, "x", problems), "origin,destination\n");
    EXPECT_TRUE(problems.empty());
}

TEST(TextFile, equal_text_packs_to_equal_bytes) {
    EXPECT_EQ(gzip("abc"), gzip("abc"));
}

TEST(TextFile, reports_a_gzip_file_cut_short) {
    const testing::ScratchFolder scratch;
    const fs::path path = scratch.path() / "file";
    const std::string packed = gzip(std::string(10000, 'x') + "end");
    write_whole_file(path, packed.substr(0, packed.size() - 12));
    Problems problems;

    EXPECT_FALSE(read_text_file(path, "trade.csv.gz", problems));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::file_truncated);
}

TEST(TextFile, drops_the_byte_order_mark_and_reports_other_encodings) {
    const testing::ScratchFolder scratch;
    const fs::path path = scratch.path() / "file";
    Problems problems;
    write_whole_file(path,
                     "\xEF\xBB\xBF"
                     "a");
    EXPECT_EQ(read_text_file(path, "x", problems), "a");

    write_whole_file(path, "ok\nT\xFCrkiye\n");
    EXPECT_FALSE(read_text_file(path, "names.csv", problems));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::not_utf8);
    EXPECT_EQ(problems.found()[0].line, 2u);
}

TEST(TextFile, reports_a_missing_file) {
    const testing::ScratchFolder scratch;
    const fs::path path = scratch.path() / "file";
    Problems problems;

    EXPECT_FALSE(read_text_file(path.string() + "_missing", "countries.csv", problems));
    EXPECT_EQ(problems.found()[0].kind, ProblemKind::file_missing);
}

}  // namespace
}  // namespace entente
