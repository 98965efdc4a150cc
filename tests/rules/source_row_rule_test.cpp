#include "rules/source_row_rule.hpp"

#include <gmock/gmock.h>

#include <set>

#include "entente/source/csv_table.hpp"
#include "rules/tree.hpp"

namespace entente::rules {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Table page_with(const std::string& tables, const std::string& licence) {
    return {
        {"tables", "source", "title", "publisher", "year", "licence", "url", "changes"},
        {tables, "x", "A table", "A publisher", "2020", licence, "https://example.org", "none"}};
}

std::vector<std::string> shipped_tables() {
    std::vector<std::string> tables;
    for (const std::string& path : paths_below("data", {".csv", ".csv.gz"})) {
        tables.push_back(path.substr(std::string("data/").size()));
    }
    return tables;
}

TEST(SourceRowRule, every_shipped_table_has_a_row_with_a_licence) {
    const Table sources = markdown_table(read("data/SOURCES.md").lines);

    const auto faults = source_row_faults(sources, shipped_tables());

    EXPECT_THAT(faults, IsEmpty()) << joined(faults);
}

TEST(SourceRowRule, every_source_a_world_names_has_a_row) {
    std::set<std::string> known;
    for (const auto& row : markdown_table(read("data/SOURCES.md").lines)) known.insert(row.at(1));

    for (const std::string& table : shipped_tables()) {
        if (table.find("/sources.csv") == std::string::npos) continue;
        const std::vector<std::string_view> columns{"source"};
        Problems problems;
        const auto sources = CsvTable::read(root() / "data" / table, columns, problems);
        ASSERT_TRUE(sources) << table;
        for (std::size_t r = 0; r < sources->num_rows(); ++r) {
            const std::string code(sources->text(r, *sources->column("source")));
            EXPECT_TRUE(known.contains(code)) << code << " in data/" << table;
        }
    }
}

TEST(SourceRowRule, tables_without_licence_keep_a_notice_of_their_own) {
    const Table sources = markdown_table(read("data/SOURCES.md").lines);

    for (const auto& row : sources) {
        if (row[5].find("no licence stated") == std::string::npos) continue;
        EXPECT_THAT(row[5], HasSubstr("outside Apache-2.0")) << row[1];
        for (const std::string& folder : split(row[0], ',')) {
            EXPECT_TRUE(std::filesystem::exists(root() / "data" / folder / "NOTICE")) << folder;
        }
    }
}

TEST(SourceRowRule, table_without_a_row_is_named) {
    const auto faults = source_row_faults(page_with("a", "MIT"), {"a/x.csv", "b/y.csv.gz"});

    EXPECT_THAT(faults, ElementsAre("data/b/y.csv.gz has no row"));
}

TEST(SourceRowRule, row_for_one_file_does_not_cover_its_neighbour) {
    const auto faults = source_row_faults(page_with("a/x.csv", "MIT"), {"a/x.csv", "a/y.csv"});

    EXPECT_THAT(faults, ElementsAre("data/a/y.csv has no row"));
}

TEST(SourceRowRule, unclear_or_missing_licence_is_refused) {
    EXPECT_THAT(source_row_faults(page_with("a", "Unclear"), {"a/x.csv"}),
                Contains(HasSubstr("licence unclear")));
    EXPECT_THAT(source_row_faults(page_with("a", ""), {"a/x.csv"}),
                Contains(HasSubstr("licence is empty")));
    EXPECT_THAT(source_row_faults(page_with("a", "unknown, ask"), {"a/x.csv"}),
                Contains(HasSubstr("licence unclear")));
}

TEST(SourceRowRule, row_for_a_table_that_is_gone_is_refused) {
    EXPECT_THAT(source_row_faults(page_with("a, gone", "MIT"), {"a/x.csv"}),
                ElementsAre(HasSubstr("names gone, not shipped")));
}

}  // namespace
}  // namespace entente::rules
