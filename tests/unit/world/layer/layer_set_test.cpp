#include "entente/world/layer/layer_set.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/world/layer/check_layer.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_layers.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using testing::ScratchFolder;

/// A catalog with the layers finance and signals.
WorldCatalog catalog_in(const ScratchFolder& scratch) {
    testing::write_layer(scratch.path() / "f", testing::finance_folder());
    testing::write_layer(scratch.path() / "s", testing::signals_folder());
    const auto worlds = scratch.path() / "worlds";
    write_layer_file(read_layer_folder(scratch.path() / "f"), worlds / "finance.world");
    write_layer_file(read_layer_folder(scratch.path() / "s"), worlds / "signals.world");
    return WorldCatalog({worlds});
}

TEST(LayerSet, default_is_every_bundled_layer_and_a_missing_one_is_null) {
    const ScratchFolder scratch;

    const LayerSet set = open_layers(catalog_in(scratch), "");

    EXPECT_NE(set.find("finance"), nullptr);
    EXPECT_NE(set.find("signals"), nullptr);
    EXPECT_EQ(set.find("totals"), nullptr);
    EXPECT_THAT(missing_layer("totals"), HasSubstr("totals"));
}

TEST(LayerSet, a_layer_can_be_taken_out_of_one_set_alone) {
    const ScratchFolder scratch;
    const LayerSet all = open_layers(catalog_in(scratch), "");

    LayerSet fewer = all;
    fewer.remove("finance");
    fewer.remove("totals");

    EXPECT_EQ(fewer.find("finance"), nullptr);
    EXPECT_NE(fewer.find("signals"), nullptr);
    EXPECT_NE(all.find("finance"), nullptr);
}

TEST(LayerSet, a_list_replaces_the_bundled_layer_of_its_layout) {
    const ScratchFolder scratch;
    const WorldCatalog catalog = catalog_in(scratch);
    testing::LayerFolder own = testing::finance_folder();
    own["layer.toml"].replace(own["layer.toml"].find("finance"), 7, "my-data");
    own["sums.csv"] += "aei,2014-2018H1,USA,1,1,20000\n";
    testing::write_layer(scratch.path() / "own", own);

    const LayerSet set = open_layers(catalog, (scratch.path() / "own").string() + ",signals");

    EXPECT_EQ(set.find("finance")->name(), "my-data");
    EXPECT_NE(set.find("signals"), nullptr);
}

TEST(LayerSet, a_folder_of_layers_stands_alone_and_none_is_none) {
    const ScratchFolder scratch;
    const WorldCatalog catalog = catalog_in(scratch);
    testing::write_layer(scratch.path() / "mine" / "totals", testing::totals_folder());

    const LayerSet set = open_layers(catalog, (scratch.path() / "mine").string());

    EXPECT_NE(set.find("totals"), nullptr);
    EXPECT_EQ(set.find("finance"), nullptr);
    EXPECT_TRUE(open_layers(catalog, "none").layers().empty());
    std::filesystem::create_directories(scratch.path() / "empty");
    EXPECT_THROW(open_layers(catalog, (scratch.path() / "empty").string()), OptionError);
}

TEST(LayerSet, an_unknown_name_gets_a_suggestion) {
    const ScratchFolder scratch;

    try {
        open_layers(catalog_in(scratch), "finace");
        FAIL() << "an unknown layer was accepted";
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), HasSubstr("Did you mean finance?"));
    }
}

TEST(LayerSet, a_layer_is_listed_with_its_kind_and_cannot_be_opened_as_a_world) {
    const ScratchFolder scratch;
    const WorldCatalog catalog = catalog_in(scratch);

    const std::vector<CatalogEntry> entries = catalog.list();

    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].kind, "layer");
    EXPECT_EQ(entries[0].base_year, 2024);
    EXPECT_TRUE(catalog.is_layer("finance"));
    EXPECT_TRUE(catalog.is_layer((scratch.path() / "f").string()));
    EXPECT_FALSE(catalog.is_layer("nothing"));
    try {
        catalog.open("finance");
        FAIL() << "a layer was opened as a world";
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), HasSubstr("finance is a layer"));
    }
}

TEST(CheckLayer, reference_values_are_held_against_the_tables) {
    const ScratchFolder scratch;
    testing::LayerFolder files = testing::totals_folder();
    // Australia with Brazil: 5 + 4 of 30 + 20.
    files["reference.csv"] =
        "check,subject,value,unit,tolerance,source\n"
        "trade_share,one-2015 AUS BRA,18,percent,0.001,made-up\n"
        "trade,one-2015 AUS BRA,7,million USD,0.5,made-up\n"
        "trade,one-1999 AUS BRA,7,million USD,0.5,made-up\n"
        "price_index,2018-07,1,1,1,made-up\n"
        "recorded_something,,4,rows,,made-up\n";
    testing::write_layer(scratch.path() / "t", files);

    const auto checks = check_layer(read_layer_folder(scratch.path() / "t"));

    ASSERT_GE(checks.size(), 5u);
    const auto* references = &checks[checks.size() - 5];
    EXPECT_EQ(references[0].status, CheckStatus::passed);
    EXPECT_EQ(references[1].status, CheckStatus::failed);
    EXPECT_THAT(references[2].check, HasSubstr("there is no vintage one-1999"));
    EXPECT_THAT(references[3].check, HasSubstr("no such check"));
    EXPECT_EQ(references[4].status, CheckStatus::shown);
}

TEST(CheckLayer, pairs_that_exceed_a_total_fail) {
    const ScratchFolder scratch;
    testing::LayerFolder files = testing::totals_folder();
    files["trade.csv"] += "two-2023,BRA,AUS,12\n";
    testing::write_layer(scratch.path() / "t", files);

    const auto checks = check_layer(read_layer_folder(scratch.path() / "t"));

    const auto found = std::ranges::find(checks, "pairs do not exceed totals", &CheckResult::check);
    ASSERT_NE(found, checks.end());
    EXPECT_EQ(found->status, CheckStatus::failed);
    EXPECT_EQ(found->subject, "two-2023 BRA");
}

}  // namespace
}  // namespace entente
