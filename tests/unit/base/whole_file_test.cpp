#include "entente/base/whole_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;
using testing::ScratchFolder;

TEST(WholeFile, replaces_the_old_file_in_one_step) {
    const ScratchFolder scratch;
    write_whole_file(scratch.path() / "a.txt", "old");
    write_whole_file(scratch.path() / "a.txt", "new");

    EXPECT_EQ(read_whole_file(scratch.path() / "a.txt"), "new");
    EXPECT_EQ(scratch.num_entries(), 1u);
}

TEST(WholeFile, leaves_nothing_behind_when_not_kept) {
    const ScratchFolder scratch;
    {
        PendingPath pending(scratch.path() / "b.txt");
        std::ofstream(pending.temporary()) << "half";
    }

    EXPECT_EQ(scratch.num_entries(), 0u);
}

TEST(WholeFile, removes_what_a_killed_program_left_and_nothing_else) {
    const ScratchFolder scratch;
    const fs::path own = PendingPath(scratch.path() / "c.txt").temporary();
    const std::string prefix = own.string().substr(0, own.string().rfind('-') + 1);
    // No process has this number: it is above the largest that the system hands out.
    const fs::path of_the_dead = prefix + "2000000000.partial";
    const fs::path of_the_living = prefix + "1.partial";
    const fs::path of_another_machine = scratch.path() / ".c.txt.elsewhere-2000000000.partial";
    for (const fs::path& path : {of_the_dead, of_the_living, of_another_machine}) {
        std::ofstream(path) << "half";
    }

    write_whole_file(scratch.path() / "c.txt", "whole");

    EXPECT_FALSE(fs::exists(of_the_dead));
    EXPECT_TRUE(fs::exists(of_the_living));
    EXPECT_TRUE(fs::exists(of_another_machine));
    EXPECT_EQ(read_whole_file(scratch.path() / "c.txt"), "whole");
}

TEST(WholeFile, refuses_to_replace_a_folder_that_holds_something) {
    const ScratchFolder scratch;
    fs::create_directories(scratch.path() / "full");
    write_whole_file(scratch.path() / "full" / "x", "x");
    PendingPath pending(scratch.path() / "full");
    fs::create_directories(pending.temporary());

    EXPECT_THROW(pending.keep(), FileError);
    EXPECT_EQ(read_whole_file(scratch.path() / "full" / "x"), "x");
}

TEST(WholeFile, names_the_file_that_cannot_be_read) {
    const ScratchFolder scratch;
    try {
        read_whole_file(scratch.path() / "missing.txt");
        FAIL() << "a missing file was read";
    } catch (const FileError& error) {
        EXPECT_NE(std::string(error.what()).find("missing.txt"), std::string::npos);
    }
}

}  // namespace
}  // namespace entente
