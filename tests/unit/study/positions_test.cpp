#include "entente/study/alignment/positions.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {
namespace {

LayerSet layers(std::initializer_list<const char*> names) {
    const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
    LayerSet set;
    for (const char* name : names) set.add(open_layer(WorldCatalog({}), (folder / name).string()));
    return set;
}

TEST(PositionsTask, shows_the_last_year_from_the_united_states_down) {
    const PositionsTable table = make_positions_table(layers({"votes", "positions"}), {});

    EXPECT_FALSE(table.is_estimated);
    EXPECT_EQ(table.rows.front().state, "USA");
    EXPECT_EQ(table.rows.front().year, 2023);
    EXPECT_GT(table.rows.front().smoothed, table.rows.back().smoothed);
}

TEST(PositionsTask, shows_every_year_of_a_named_state_and_marks_few_votes) {
    const PositionsTable table =
        make_positions_table(layers({"votes", "positions"}), {.countries = {"TUR"}});

    EXPECT_EQ(table.rows.size(), 77U);
    EXPECT_TRUE(table.rows.back().is_thin);
    EXPECT_FALSE(table.rows[40].is_thin);
}

TEST(PositionsTask, estimates_a_part_of_the_roll_calls_when_asked) {
    const PositionsTable table = make_positions_table(
        layers({"votes", "positions"}), {.countries = {"FRA"}, .year = "1990", .variant = "ec"});

    EXPECT_TRUE(table.is_estimated);
    EXPECT_FALSE(table.difference_from_stored.has_value());
    EXPECT_GT(table.rows.front().smoothed, 0.0);
}

TEST(PositionsTask, refuses_what_it_cannot_show) {
    const LayerSet both = layers({"votes", "positions"});

    EXPECT_THROW(make_positions_table({}, {}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.year = "1964"}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.year = "soon"}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.countries = {"XXX"}}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.countries = {"TWN"}, .year = "2000"}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.write = "somewhere"}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.bridges = true}), OptionError);
    EXPECT_THROW(make_positions_table(both, {.estimate = true, .bridges = true, .slow = true}),
                 OptionError);
    EXPECT_THROW(make_positions_table(both, {.estimate = true, .bridges = true, .write = "there"}),
                 OptionError);
}

TEST(PositionsTask, is_written_as_text_and_data_with_the_same_rows) {
    const PositionsTable table = make_positions_table(layers({"votes", "positions"}),
                                                      {.countries = {"FRA"}, .year = "2023"});

    const std::string csv = render(table, {.format = Format::csv});
    const std::string text = render(table, {.format = Format::text});

    EXPECT_EQ(csv.find("iso3,year,smoothed"), 0U);
    EXPECT_NE(csv.find("\nFRA,2023,"), std::string::npos);
    EXPECT_NE(text.find("FRA   2023"), std::string::npos);
    EXPECT_NE(render(table, {.format = Format::json}).find("\"stored\""), std::string::npos);
}

}  // namespace
}  // namespace entente
