#include <gmock/gmock.h>

#include "entente/world/recipe.hpp"
#include "entente/world/world_files.hpp"
#include "support/raw_folder.hpp"

namespace entente {
namespace {

TEST(RebuildCp2015, world_has_the_published_size_and_digits) {
    const auto raw = testing::raw_folder();
    if (!raw) GTEST_SKIP() << "the raw folder is absent (set ENTENTE_RAW_DATA)";

    const World world = build_from_recipe(testing::recipe_file("cp2015"), *raw);

    ASSERT_EQ(world.num_countries(), 31u);
    ASSERT_EQ(world.num_sectors(), 40u);
    const std::size_t mex = world.countries().at("MEX");
    const std::size_t usa = world.countries().at("USA");
    const std::size_t arg = world.countries().at("ARG");
    const std::size_t aus = world.countries().at("AUS");
    // First row, second column of the published import file: Argentina from Australia.
    EXPECT_EQ(world.trade_flow()(aus, arg, 0), 2190.315);
    EXPECT_DOUBLE_EQ(world.tariff_rate()(aus, arg, 0), 0.04166667);
    EXPECT_EQ(world.trade_elasticity(world.sectors().at("Petroleum")), 64.85);
    EXPECT_EQ(world.trade_elasticity(world.sectors().at("Finance")), 8.22);
    // Mexico's tariffs on the United States fell between 1993 and 2005.
    const auto& later = world.data().alternative_tariffs.at("2005");
    EXPECT_LT(later(usa, mex, 0), world.tariff_rate()(usa, mex, 0));
}

TEST(RebuildCp2015, bundled_tables_are_what_the_recipe_makes) {
    const auto raw = testing::raw_folder();
    if (!raw) GTEST_SKIP() << "the raw folder is absent (set ENTENTE_RAW_DATA)";
    const auto bundled = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / "cp2015";
    if (!std::filesystem::exists(bundled / "world.toml")) GTEST_SKIP() << "cp2015 is not bundled";

    const World world = build_from_recipe(testing::recipe_file("cp2015"), *raw);

    EXPECT_EQ(read_tidy_folder(bundled).content_hash(), world.content_hash());
}

}  // namespace
}  // namespace entente
