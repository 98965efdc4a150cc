#include "entente/study/worlds/source_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(SourceList, rows_are_read_by_the_names_of_their_columns) {
    const SourceList list = detail::parse_sources(
        "# Sources\n\nWords before.\n\n"
        "| source | tables | licence |\n| --- | :-: | --- |\n"
        "| one | `a.csv` | CC0 |\n| two | b\\|c | <https://x.org> |\n\nWords | after\n");

    ASSERT_EQ(list.sources.size(), 2U);
    EXPECT_EQ(list.sources[0].source, "one");
    EXPECT_EQ(list.sources[0].tables, "a.csv");
    EXPECT_EQ(list.sources[0].licence, "CC0");
    EXPECT_EQ(list.sources[1].tables, "b|c");
    EXPECT_EQ(list.sources[1].licence, "https://x.org");
    EXPECT_EQ(list.sources[1].title, "");
}

TEST(SourceList, every_shipped_source_has_title_licence_and_tables) {
    const SourceList list = list_sources();

    ASSERT_FALSE(list.sources.empty());
    for (const ShippedSource& row : list.sources) {
        EXPECT_FALSE(row.tables.empty()) << row.source;
        EXPECT_FALSE(row.title.empty()) << row.source;
        EXPECT_FALSE(row.publisher.empty()) << row.source;
        EXPECT_FALSE(row.licence.empty()) << row.source;
        EXPECT_FALSE(row.changes.empty()) << row.source;
    }
}

TEST(SourceList, citations_are_prose_and_every_other_format_a_table) {
    const SourceList list = {{{.tables = "a.csv",
                               .source = "one",
                               .title = "Title",
                               .publisher = "Publisher",
                               .year = "2020",
                               .licence = "CC0",
                               .url = "https://x.org",
                               .changes = "none"}}};

    EXPECT_THAT(render(list, {}), ::testing::HasSubstr("Publisher (2020). Title."));
    EXPECT_THAT(render(list, {.format = Format::csv}),
                ::testing::StartsWith(
                    "tables,source,title,publisher,year,licence,url,changes\na.csv,one,Title,"));
}

}  // namespace
}  // namespace entente
