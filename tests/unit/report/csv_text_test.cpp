#include "entente/report/csv_text.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(CsvText, fields_with_commas_quotes_and_line_breaks_are_quoted) {
    const Table table{.columns = {{.name = "a", .title = "A"}, {.name = "b,c", .title = "B"}},
                      .rows = {{text_cell("one, two"), text_cell("say \"no\"")},
                               {text_cell("two\nlines"), text_cell("plain")}}};

    EXPECT_EQ(csv_text(table),
              "a,\"b,c\"\n\"one, two\",\"say \"\"no\"\"\"\n\"two\nlines\",plain\n");
}

TEST(CsvText, numbers_read_back_to_the_same_double) {
    const Table table{.columns = {{.name = "a", .title = "A", .decimals = 1}},
                      .rows = {{number_cell(0.1)}, {number_cell(1.0 / 3.0)}}};

    EXPECT_EQ(csv_text(table), "a\n0.1\n0.3333333333333333\n");
}

TEST(CsvText, a_missing_figure_is_an_empty_field) {
    const Table table{.columns = {{.name = "a", .title = "A"}, {.name = "b", .title = "B"}},
                      .rows = {{Cell{}, Cell{}}}};

    EXPECT_EQ(csv_text(table), "a,b\n,\n");
}

}  // namespace
}  // namespace entente
