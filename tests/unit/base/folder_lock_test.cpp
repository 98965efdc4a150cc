#include "entente/base/folder_lock.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <optional>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using testing::ScratchFolder;

std::string refusal(const std::filesystem::path& folder) {
    try {
        const FolderLock lock(folder, ".lock");
    } catch (const FileError& error) {
        return error.what();
    }
    return {};
}

TEST(FolderLock, a_second_writer_is_refused_with_the_number_of_the_first) {
    const ScratchFolder scratch;

    const FolderLock first(scratch.path() / "run", ".lock");

    EXPECT_THAT(refusal(scratch.path() / "run"),
                HasSubstr("is written to by process " + std::to_string(::getpid()) + " on "));
}

TEST(FolderLock, the_next_may_write_when_the_first_is_gone_and_no_file_is_left) {
    const ScratchFolder scratch;
    std::optional<FolderLock> first(std::in_place, scratch.path(), ".lock");

    first.reset();

    EXPECT_EQ(scratch.num_entries(), 0U);
    EXPECT_EQ(refusal(scratch.path()), "");
}

TEST(FolderLock, a_file_left_by_a_killed_program_blocks_nobody) {
    const ScratchFolder scratch;
    write_whole_file(scratch.path() / ".lock", "process 1 on elsewhere");

    EXPECT_EQ(refusal(scratch.path()), "");
}

TEST(FolderLock, a_folder_that_cannot_be_made_is_an_error) {
    const ScratchFolder scratch;
    write_whole_file(scratch.path() / "file", "");

    EXPECT_THAT(refusal(scratch.path() / "file"), HasSubstr("Cannot lock"));
}

}  // namespace
}  // namespace entente
