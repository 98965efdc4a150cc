// World files that are not what they claim to be: damaged, edited, foreign or hostile.

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/world/world_files.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::ScratchFolder;
using testing::three_countries;

class BrokenWorldFile : public ::testing::Test {
  protected:
    BrokenWorldFile() : file_(scratch_.path() / "three.world") {
        write_world_file(World(three_countries()), file_);
    }

    void edit(const std::string& statements) const {
        SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
        database.exec(statements);
    }

    /// Without the flushing of write_whole_file, which would take most of the time of a test.
    void overwrite(const std::string& content) const {
        std::ofstream(file_, std::ios::binary) << content;
    }

    /// The one problem that reading reports.
    Problem problem() const {
        try {
            read_world_file(file_);
        } catch (const DataError& error) {
            EXPECT_EQ(error.problems().size(), 1u);
            EXPECT_EQ(error.problems().front().file, file_.string());
            return error.problems().front();
        }
        ADD_FAILURE() << "the file was accepted";
        return {};
    }

    ScratchFolder scratch_;
    std::filesystem::path file_;
};

TEST_F(BrokenWorldFile, a_missing_file_is_named) {
    std::filesystem::remove(file_);

    EXPECT_EQ(problem().kind, ProblemKind::file_missing);
}

TEST_F(BrokenWorldFile, other_files_are_told_apart) {
    overwrite("");
    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);

    overwrite("iso3,name\nUSA,United States\n");
    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);

    std::filesystem::remove(file_);
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE mine (a)");
    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);

    std::filesystem::remove(file_);
    std::filesystem::create_directory(file_);
    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);
}

TEST_F(BrokenWorldFile, another_version_of_the_format_is_named) {
    edit("PRAGMA user_version = 2");

    const Problem found = problem();

    EXPECT_EQ(found.kind, ProblemKind::wrong_schema_version);
    EXPECT_EQ(found.value, "2");
    EXPECT_EQ(found.expected, "1");
}

TEST_F(BrokenWorldFile, a_file_of_another_kind_is_named) {
    edit("UPDATE meta SET value = 'layer' WHERE key = 'kind'");

    const Problem found = problem();

    EXPECT_EQ(found.kind, ProblemKind::bad_world_file);
    EXPECT_EQ(found.value, "layer");
}

TEST_F(BrokenWorldFile, a_file_cut_short_anywhere_is_refused) {
    const std::string whole = read_whole_file(file_);

    for (std::size_t size = 1; size < whole.size(); size += 997) {
        overwrite(whole.substr(0, size));

        EXPECT_THROW(read_world_file(file_), DataError) << "cut to " << size << " bytes";
    }
}

TEST_F(BrokenWorldFile, a_flipped_bit_is_refused_or_without_effect) {
    const std::string whole = read_whole_file(file_);
    const std::string hash = World(three_countries()).content_hash();
    std::size_t num_refused = 0;

    for (std::size_t at = 0; at < whole.size(); at += 331) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        overwrite(flipped);
        try {
            EXPECT_EQ(read_world_file(file_).content_hash(), hash) << "byte " << at;
        } catch (const DataError&) {
            ++num_refused;
        }
    }

    EXPECT_GT(num_refused, 0u);
}

TEST_F(BrokenWorldFile, an_edited_figure_is_refused_whether_or_not_it_could_be_true) {
    edit("UPDATE sectors SET trade_elasticity = 4.5 WHERE code = 'GDS'");
    EXPECT_EQ(problem().kind, ProblemKind::content_hash_differs);

    edit("UPDATE sectors SET trade_elasticity = 0 WHERE code = 'GDS'");
    EXPECT_EQ(problem().kind, ProblemKind::content_hash_differs);
}

TEST_F(BrokenWorldFile, edited_words_and_marks_are_refused) {
    edit(
        "UPDATE arrays SET data = x'070000000000000000000000000000000000' "
        "WHERE name = 'trade_quality'");
    EXPECT_EQ(problem().kind, ProblemKind::content_hash_differs);

    edit("UPDATE sectors SET kind = 'things'");
    EXPECT_EQ(problem().kind, ProblemKind::content_hash_differs);

    edit("UPDATE meta SET value = '20x0' WHERE key = 'base_year'");
    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);

    edit("DELETE FROM meta WHERE key = 'unit'");
    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);
}

TEST_F(BrokenWorldFile, arrays_of_another_size_are_refused) {
    edit("UPDATE arrays SET data = zeroblob(8) WHERE name = 'input_share'");
    EXPECT_EQ(problem().value, "input_share of 8 bytes");

    edit("UPDATE arrays SET data = zeroblob(800000) WHERE name = 'trade_flow'");
    EXPECT_EQ(problem().value, "trade_flow of 800000 bytes");

    edit("UPDATE arrays SET data = NULL WHERE name = 'trade_flow'");
    EXPECT_EQ(problem().value, "trade_flow of 0 bytes");

    edit("DELETE FROM arrays WHERE name = 'trade_flow'");
    EXPECT_EQ(problem().value, "trade_flow of 0 bytes");
}

TEST_F(BrokenWorldFile, a_count_of_countries_that_no_memory_holds_is_refused) {
    edit(
        "WITH RECURSIVE k(n) AS (VALUES (10) UNION ALL SELECT n + 1 FROM k WHERE n < 30000) "
        "INSERT INTO countries SELECT n, 'C' || n, '' FROM k");

    const Problem found = problem();

    EXPECT_EQ(found.kind, ProblemKind::bad_world_file);
    EXPECT_EQ(found.value, "29994 countries and 2 sectors");
}

TEST_F(BrokenWorldFile, a_view_in_place_of_a_table_is_never_run) {
    edit(
        "DROP TABLE countries; CREATE VIEW countries AS WITH RECURSIVE k(n) AS "
        "(VALUES (0) UNION ALL SELECT n + 1 FROM k) "
        "SELECT n AS position, 'C' AS code, '' AS name FROM k");

    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);
}

TEST_F(BrokenWorldFile, a_further_table_is_refused) {
    edit("CREATE TABLE further (a)");

    EXPECT_EQ(problem().kind, ProblemKind::bad_world_file);
}

}  // namespace
}  // namespace entente
