#include "entente/world/layer/layer_files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_layers.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using testing::finance_folder;
using testing::fix_says;
using testing::found;
using ::testing::HasSubstr;
using testing::LayerFolder;
using testing::ScratchFolder;
using testing::signals_folder;
using testing::totals_folder;

Layer read(const ScratchFolder& scratch, const LayerFolder& files) {
    testing::write_layer(scratch.path() / "layer", files);
    return read_layer_folder(scratch.path() / "layer");
}

std::vector<Problem> problems_of(const ScratchFolder& scratch, const LayerFolder& files) {
    return testing::problems_thrown_by([&] { read(scratch, files); });
}

std::string file_of(const ScratchFolder& scratch, const std::string& name) {
    return (scratch.path() / "layer" / name).string();
}

TEST(LayerFiles, folder_and_file_read_back_with_the_same_hash) {
    for (const LayerFolder& files : {finance_folder(), signals_folder(), totals_folder()}) {
        const ScratchFolder scratch;
        const Layer layer = read(scratch, files);

        write_layer_file(layer, scratch.path() / "one.world");
        write_layer_folder(layer, scratch.path() / "plain", false);
        write_layer_folder(layer, scratch.path() / "packed", true);

        EXPECT_EQ(read_layer_file(scratch.path() / "one.world").content_hash(),
                  layer.content_hash());
        EXPECT_EQ(read_layer_folder(scratch.path() / "plain").content_hash(), layer.content_hash());
        EXPECT_EQ(read_layer_folder(scratch.path() / "packed").content_hash(),
                  layer.content_hash());
        EXPECT_TRUE(is_layer_file(scratch.path() / "one.world"));
        EXPECT_TRUE(is_layer_folder(scratch.path() / "plain"));
    }
}

TEST(LayerFiles, hash_changes_with_a_cell_and_not_with_the_name) {
    const ScratchFolder one, other, named;
    LayerFolder changed = finance_folder();
    changed["sums.csv"] += "aei,2014-2018H1,USA,1,1,20000\n";
    LayerFolder renamed = finance_folder();
    renamed["layer.toml"].replace(renamed["layer.toml"].find("finance"), 7, "my-data");

    const std::string hash = read(one, finance_folder()).content_hash();

    EXPECT_NE(read(other, changed).content_hash(), hash);
    EXPECT_EQ(read(named, renamed).content_hash(), hash);
}

TEST(LayerFiles, another_version_is_refused_by_name_with_what_to_do) {
    const ScratchFolder scratch;
    LayerFolder files = finance_folder();
    files["layer.toml"] = testing::layer_toml("finance", 2);

    EXPECT_THAT(problems_of(scratch, files),
                Contains(found(ProblemKind::wrong_layer_version, file_of(scratch, "layer.toml"), 0,
                               "version", "2")));

    const ScratchFolder good;
    write_layer_file(read(good, finance_folder()), good.path() / "old.world");
    {
        SQLite::Database database((good.path() / "old.world").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE meta SET value = '2' WHERE key = 'version'");
    }
    try {
        read_layer_file(good.path() / "old.world");
        FAIL() << "a layer of version 2 was opened";
    } catch (const DataError& error) {
        EXPECT_THAT(error.what(), HasSubstr("finance version 2"));
        EXPECT_THAT(error.what(), HasSubstr("build the layer finance again"));
    }
}

TEST(LayerFiles, an_unknown_layout_gets_those_there_are) {
    const ScratchFolder scratch;
    LayerFolder files = finance_folder();
    files["layer.toml"] = testing::layer_toml("arms");

    EXPECT_THAT(
        problems_of(scratch, files),
        Contains(::testing::AllOf(
            found(ProblemKind::unknown_layout, file_of(scratch, "layer.toml"), 0, "layout", "arms"),
            testing::expected_says("totals"))));
}

TEST(LayerFiles, a_changed_cell_of_a_file_is_found) {
    const ScratchFolder scratch;
    write_layer_file(read(scratch, finance_folder()), scratch.path() / "one.world");
    {
        SQLite::Database database((scratch.path() / "one.world").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE layer_columns SET data = zeroblob(24) WHERE name = 'amount'");
    }

    EXPECT_THROW(read_layer_file(scratch.path() / "one.world"), DataError);
}

TEST(LayerFiles, every_problem_of_a_ledger_is_told_with_its_line_and_mend) {
    const ScratchFolder scratch;
    LayerFolder files = signals_folder();
    files["signals.csv"] +=
        "s3,2024-05,DEX,CHN,visit,trade,1,2,signed,,Text,,example.org,u,high,own\n"
        "s4,2025-01-02,DEU,CHN,visit,trade,1,2,signed,,Text,,example.org,u,high,own\n"
        "s5,2024-05,DEU,276,visit,trades,+1,9,signed,,Text,,example.org,u,high,own\n"
        "s6,May 2024,DEU,CHN,visit,trade,1,two,signed,,Text,,example.org,u,high,own\n"
        "s1,2024-05,DEU,CHN,visit,trade,1,2,signed,,Text,,example.org,u,high,own\n";
    const std::string file = file_of(scratch, "signals.csv");

    const std::vector<Problem> problems = problems_of(scratch, files);

    EXPECT_THAT(problems, Contains(::testing::AllOf(
                              found(ProblemKind::unknown_economy, file, 4, "actor", "DEX"),
                              fix_says("DEU"))));
    EXPECT_THAT(problems, Contains(::testing::AllOf(
                              found(ProblemKind::later_than_as_of, file, 5, "date", "2025-01-02"),
                              testing::expected_says("2024-12-31"))));
    EXPECT_THAT(problems, Contains(::testing::AllOf(found(ProblemKind::numeric_country_code, file,
                                                          6, "counterpart", "276"),
                                                    fix_says("DEU"))));
    EXPECT_THAT(problems, Contains(::testing::AllOf(
                              found(ProblemKind::unknown_word, file, 6, "channel", "trades"),
                              fix_says("write trade if"))));
    EXPECT_THAT(problems, Contains(found(ProblemKind::unknown_word, file, 6, "direction", "+1")));
    EXPECT_THAT(problems,
                Contains(found(ProblemKind::value_out_of_range, file, 6, "magnitude", "9")));
    EXPECT_THAT(problems, Contains(found(ProblemKind::not_a_date, file, 7, "date", "May 2024")));
    EXPECT_THAT(problems, Contains(found(ProblemKind::not_a_number, file, 7, "magnitude", "two")));
    EXPECT_THAT(problems, Contains(found(ProblemKind::duplicate_row, file, 8, "id", "s1")));
    EXPECT_EQ(problems.size(), 9u);
}

TEST(LayerFiles, missing_tables_columns_and_sources_are_told) {
    const ScratchFolder scratch;
    LayerFolder files = finance_folder();
    files.erase("windows.csv");
    files["sums.csv"] = "publisher,window,iso3,amount,records\naei,x,AUS,1,1\n";
    EXPECT_THAT(
        problems_of(scratch, files),
        Contains(found(ProblemKind::file_missing, file_of(scratch, "windows.csv"), 0, "", "")));
    EXPECT_THAT(
        problems_of(scratch, files),
        Contains(found(ProblemKind::missing_column, file_of(scratch, "sums.csv"), 1, "gdp", "")));

    const ScratchFolder other;
    LayerFolder unsourced = finance_folder();
    unsourced.erase("sources.csv");
    EXPECT_THAT(problems_of(other, unsourced),
                Contains(found(ProblemKind::unknown_source, file_of(other, "sources.csv"), 0, "",
                               "made-up")));
}

TEST(LayerFiles, codes_must_stand_in_the_table_they_refer_to) {
    const ScratchFolder scratch;
    LayerFolder files = totals_folder();
    files["trade.csv"] += "three-2024,AUS,BRA,5\none-2015,AUS,DEU,5\none-2015,CHN,AUS,-1\n";
    const std::string file = file_of(scratch, "trade.csv");

    const std::vector<Problem> problems = problems_of(scratch, files);

    EXPECT_THAT(problems,
                Contains(found(ProblemKind::unknown_word, file, 5, "vintage", "three-2024")));
    EXPECT_THAT(problems,
                Contains(found(ProblemKind::unknown_word, file, 6, "destination", "DEU")));
    EXPECT_THAT(problems, Contains(found(ProblemKind::negative_value, file, 7, "value", "-1")));
}

TEST(LayerFiles, a_roll_call_needs_a_letter_for_each_state) {
    const ScratchFolder scratch;
    const LayerFolder files{{"layer.toml", testing::layer_toml("votes", 2)},
                            {"sources.csv", testing::made_up_source},
                            {"states.csv", "iso3\nCHN\nDEU\nUSA\n"},
                            {"repeats.csv", "roll_call,first\n"},
                            {"roll_calls.csv",
                             "roll_call,date,issues,choices\n"
                             "1,2015-01-01,hr,113\n2,2015-01-02,,13\n3,2015-01-03,,1x3\n"}};
    const std::string file = file_of(scratch, "roll_calls.csv");

    const std::vector<Problem> problems = problems_of(scratch, files);

    EXPECT_THAT(problems,
                Contains(found(ProblemKind::wrong_type, file, 3, "choices", "2 letters")));
    EXPECT_THAT(problems, Contains(found(ProblemKind::wrong_type, file, 4, "choices", "x")));
    EXPECT_EQ(problems.size(), 2u);
}

TEST(LayerLayouts, keys_and_references_name_columns_of_the_layout) {
    for (const LayerLayout& layout : layer_layouts()) {
        for (const LayerTableLayout& table : layout.tables) {
            const auto has = [&](std::string_view name) {
                return std::ranges::find(table.columns, name, &LayerColumnLayout::name) !=
                       table.columns.end();
            };
            EXPECT_FALSE(table.key.empty()) << layout.name << " " << table.name;
            for (const std::string_view key : table.key) EXPECT_TRUE(has(key)) << table.name;
            for (const LayerColumnLayout& column : table.columns) {
                EXPECT_FALSE(column.text.empty()) << table.name << " " << column.name;
            }
        }
    }
}

TEST(LayerLayouts, every_column_stands_on_the_reference_page) {
    const std::string page = read_whole_file(std::filesystem::path(ENTENTE_SOURCE_DIR) / "docs" /
                                             "reference" / "layers.md");
    for (const LayerLayout& layout : layer_layouts()) {
        EXPECT_THAT(page, HasSubstr("## " + std::string(layout.name)));
        for (const LayerTableLayout& table : layout.tables) {
            EXPECT_THAT(page, HasSubstr("`" + std::string(table.name) + "`"));
            for (const LayerColumnLayout& column : table.columns) {
                EXPECT_THAT(page, HasSubstr("| `" + std::string(column.name) + "` | " +
                                            std::string(column.text) + " |"))
                    << table.name;
            }
        }
    }
}

}  // namespace
}  // namespace entente
