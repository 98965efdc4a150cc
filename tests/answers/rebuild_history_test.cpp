#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "entente/world/recipe.hpp"
#include "entente/world/world_files.hpp"
#include "support/raw_folder.hpp"

namespace entente {
namespace {

TEST(RebuildHistory, bundled_tables_are_what_the_recipes_make) {
    const auto raw = testing::raw_folder();
    if (!raw) GTEST_SKIP() << "the raw folder is absent (set ENTENTE_RAW_DATA)";

    for (int year = 1995; year <= 2011; ++year) {
        const std::string name = "history-" + std::to_string(year);
        const auto bundled = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name;

        const World world = build_from_recipe(testing::recipe_file("history/" + name), *raw);

        EXPECT_EQ(read_tidy_folder(bundled).content_hash(), world.content_hash()) << name;
    }
}

}  // namespace
}  // namespace entente
