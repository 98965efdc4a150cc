#include "entente/world/world_files.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::ScratchFolder;
using testing::three_countries;

/// Every field that a world can hold, with texts and numbers that are awkward to write.
WorldData full_world() {
    WorldData data = three_countries();
    data.source_names = {"Ours \"quoted\" \\ and\ttabbed", "other"};
    data.countries[0].name = "Alpha, Republic of \"A\"";
    data.sectors[0].trade_elasticity_se = 0.1;
    data.sectors[1].trade_elasticity = 1.0 / 3.0;
    data.sectors[1].isic = "D .. T";
    data.technology_quality(1, 1) = Quality::scaled;
    data.alternative_tariffs["2005"] = data.tariff_rate;
    data.alternative_tariffs["2005"](0, 1, 0) = 0.0;
    data.alternative_tariffs["2005"](2, 1, 1) = 0.3;
    data.memberships.push_back({"OLD", "CCC", parse_date("1990-01-01"), parse_date("1999-12-31"),
                                "a treaty, with a comma"});
    data.parameters = {{"depreciation", -0.0, "1", 0.01, std::nullopt, "ours"},
                       {"cap", 8.22, "1", std::nullopt, std::nullopt, ""}};
    data.sources = {
        {"s1", "Title\nin two lines", "Publisher", "2023", "https://example.org", "CC0"}};
    data.reference_values = {{"gdp", "AAA", 145.0, "million USD", 1e-9, "by hand"},
                             {"recorded_mass", "", 0.1, "1", std::nullopt, ""}};
    return data;
}

TEST(WorldFiles, tidy_folder_reads_back_to_the_same_world) {
    const ScratchFolder scratch;
    const World world(full_world());

    for (const bool packed : {false, true}) {
        const auto folder = scratch.path() / (packed ? "packed" : "plain");
        write_tidy_folder(world, folder, packed);
        const World read = read_tidy_folder(folder);

        EXPECT_EQ(read.data(), world.data());
        EXPECT_EQ(read.content_hash(), world.content_hash());
    }
}

TEST(WorldFiles, world_file_reads_back_to_the_same_world) {
    const ScratchFolder scratch;
    const World world(full_world());

    write_world_file(world, scratch.path() / "full.world");
    const World read = read_world_file(scratch.path() / "full.world");

    EXPECT_EQ(read.data(), world.data());
    EXPECT_EQ(read.content_hash(), world.content_hash());
    EXPECT_EQ(scratch.num_entries(), 1u);
}

TEST(WorldFiles, a_world_without_inputs_stays_without_inputs) {
    const ScratchFolder scratch;
    const World world(testing::two_countries());

    write_tidy_folder(world, scratch.path() / "tidy", false);
    write_world_file(world, scratch.path() / "two.world");

    EXPECT_FALSE(read_tidy_folder(scratch.path() / "tidy").has_inputs());
    EXPECT_FALSE(read_world_file(scratch.path() / "two.world").has_inputs());
}

TEST(WorldFiles, a_folder_that_is_not_empty_is_never_written_to) {
    const ScratchFolder scratch;
    write_whole_file(scratch.path() / "mine.txt", "keep me");

    EXPECT_THROW(write_tidy_folder(World(three_countries()), scratch.path(), false), FileError);
    EXPECT_EQ(scratch.num_entries(), 1u);
}

}  // namespace
}  // namespace entente
