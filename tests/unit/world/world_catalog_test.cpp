#include "entente/world/world_catalog.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/world/world_files.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using testing::ScratchFolder;
using testing::three_countries;
using testing::two_countries;

TEST(WorldCatalog, lists_worlds_by_name_with_their_counts) {
    const ScratchFolder scratch;
    write_world_file(World(two_countries()), scratch.path() / "two.world");
    write_world_file(World(three_countries()), scratch.path() / "alpha.world");

    const std::vector<CatalogEntry> entries = WorldCatalog({scratch.path()}).list();

    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].name, "alpha");
    EXPECT_EQ(entries[0].kind, "trade world");
    EXPECT_EQ(entries[0].base_year, 2020);
    EXPECT_EQ(entries[0].num_countries, 3u);
    EXPECT_EQ(entries[0].num_sectors, 2u);
    EXPECT_EQ(entries[0].content_hash, World(three_countries()).content_hash());
    EXPECT_EQ(entries[1].name, "two");
}

TEST(WorldCatalog, a_damaged_file_does_not_hide_the_others) {
    const ScratchFolder scratch;
    write_world_file(World(two_countries()), scratch.path() / "two.world");
    write_whole_file(scratch.path() / "bad.world", "not a world");

    const std::vector<CatalogEntry> entries = WorldCatalog({scratch.path()}).list();

    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].name, "bad");
    EXPECT_EQ(entries[0].kind, "damaged");
    EXPECT_EQ(entries[1].kind, "trade world");
}

TEST(WorldCatalog, the_first_folder_wins_and_missing_folders_are_passed_over) {
    const ScratchFolder scratch;
    write_world_file(World(two_countries()), scratch.path() / "mine" / "same.world");
    write_world_file(World(three_countries()), scratch.path() / "theirs" / "same.world");
    const WorldCatalog catalog(
        {scratch.path() / "nowhere", scratch.path() / "mine", scratch.path() / "theirs"});

    EXPECT_EQ(catalog.open("same").num_countries(), 2u);
    EXPECT_EQ(catalog.list().size(), 1u);
}

TEST(WorldCatalog, files_and_tidy_folders_open_by_path) {
    const ScratchFolder scratch;
    write_world_file(World(two_countries()), scratch.path() / "two.world");
    write_tidy_folder(World(three_countries()), scratch.path() / "tidy", false);
    const WorldCatalog catalog({});

    EXPECT_EQ(catalog.open((scratch.path() / "two.world").string()).num_countries(), 2u);
    EXPECT_EQ(catalog.open((scratch.path() / "tidy").string()).num_countries(), 3u);
}

TEST(WorldCatalog, an_unknown_name_gets_the_names_there_are) {
    const ScratchFolder scratch;
    write_world_file(World(two_countries()), scratch.path() / "world-2023.world");
    const WorldCatalog catalog({scratch.path()});

    try {
        catalog.open("world-2032");
        FAIL() << "an unknown name was accepted";
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), HasSubstr("Did you mean world-2023?"));
        EXPECT_THAT(error.what(), HasSubstr("Worlds there are: world-2023."));
    }
}

TEST(WorldCatalog, a_program_finds_the_worlds_of_its_build_tree_and_of_the_environment) {
    const ScratchFolder scratch;
    write_world_file(World(two_countries()), scratch.path() / "worlds" / "built.world");
    write_world_file(World(three_countries()), scratch.path() / "own" / "mine.world");
    write_whole_file(scratch.path() / "release" / "entente", "the program");
    ::setenv("ENTENTE_WORLDS", ("/nowhere:" + (scratch.path() / "own").string()).c_str(), 1);

    const WorldCatalog catalog = WorldCatalog::for_program(scratch.path() / "release" / "entente");
    ::unsetenv("ENTENTE_WORLDS");

    EXPECT_EQ(catalog.open("built").num_countries(), 2u);
    EXPECT_EQ(catalog.open("mine").num_countries(), 3u);
}

}  // namespace
}  // namespace entente
