#include <gmock/gmock.h>

#include "entente/world/layer/check_layer.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/recipe.hpp"
#include "support/raw_folder.hpp"

namespace entente {
namespace {

std::filesystem::path bundled(std::string_view layer) {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / layer;
}

TEST(RebuildLayers, bundled_tables_are_what_the_recipes_make) {
    const auto raw = testing::raw_folder();
    if (!raw) GTEST_SKIP() << "the raw folder is absent (set ENTENTE_RAW_DATA)";

    for (const LayerLayout& layout : layer_layouts()) {
        // No raw file lies behind them: the program makes them from another layer or a world.
        if (layout.name == "positions" || layout.name == "exposure") continue;
        const Layer layer =
            build_layer_from_recipe(testing::recipe_file(std::string(layout.name)), *raw);

        EXPECT_EQ(read_layer_folder(bundled(layout.name)).content_hash(), layer.content_hash())
            << layout.name;
    }
}

TEST(BundledLayers, no_check_of_theirs_fails) {
    for (const LayerLayout& layout : layer_layouts()) {
        for (const CheckResult& check : check_layer(read_layer_folder(bundled(layout.name)))) {
            EXPECT_NE(check.status, CheckStatus::failed)
                << layout.name << ": " << check.check << " " << check.subject << " is "
                << check.value;
        }
    }
}

}  // namespace
}  // namespace entente
