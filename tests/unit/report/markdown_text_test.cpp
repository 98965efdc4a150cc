#include "entente/report/markdown_text.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(MarkdownText, tables_are_written_with_pipes) {
    const Document document{
        .title = "Title",
        .introduction = {"First line."},
        .tables = {{.columns = {{.name = "a", .title = "Code"},
                                {.name = "b", .title = "Loss", .unit = "%"}},
                    .rows = {{text_cell("DEU"), number_cell(1.0)}, {text_cell("FRA"), {}}}}},
        .closing = {"Last line."}};

    EXPECT_EQ(markdown_text(document),
              "# Title\n\nFirst line.\n\n| Code | Loss (%) |\n| --- | ---: |\n| DEU | 1.00 |\n"
              "| FRA |  |\n\nLast line.\n");
}

TEST(MarkdownText, markup_in_data_is_shown_and_not_obeyed) {
    const Document document{.title = "T",
                            .tables = {{.columns = {{.name = "a", .title = "A"}},
                                        .rows = {{text_cell("a|b <script> & *c* _d_")}}}}};

    EXPECT_EQ(markdown_text(document),
              "# T\n\n| A |\n| --- |\n| a\\|b &lt;script&gt; &amp; \\*c\\* \\_d\\_ |\n");
}

}  // namespace
}  // namespace entente
