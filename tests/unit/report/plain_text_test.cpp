#include "entente/report/plain_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Document document() {
    return {.title = "Title",
            .tables = {{.columns = {{.name = "code", .title = "Code"},
                                    {.name = "loss", .title = "Loss", .unit = "% lost"},
                                    {.name = "note", .title = "Note", .spare = 1}},
                        .rows = {{text_cell("A"), number_cell(1.5), text_cell("short")},
                                 {text_cell("BBB"), number_cell(12.25), {}}}}}};
}

std::size_t widest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) {
        widest = std::max(widest, display_width(line));
    }
    return widest;
}

TEST(PlainText, words_are_aligned_left_and_numbers_right) {
    EXPECT_EQ(plain_text(document(), {}),
              "Title\n"
              "\n"
              "Code    Loss  Note\n"
              "      % lost\n"
              "----  ------  -----\n"
              "A       1.50  short\n"
              "BBB    12.25\n");
}

TEST(PlainText, spare_columns_are_left_out_and_named_where_width_is_short) {
    const std::string text = plain_text(document(), {.width = 14});

    EXPECT_THAT(text, Not(HasSubstr("short")));
    EXPECT_THAT(text, HasSubstr("Left out"));
    EXPECT_THAT(text, ::testing::EndsWith("Note\n"));
    EXPECT_LE(widest_line(text), 14U);
}

TEST(PlainText, words_are_shortened_when_nothing_can_be_left_out) {
    const Document wide{
        .title = "T",
        .tables = {
            {.columns = {{.name = "name", .title = "Name"}, {.name = "x", .title = "X"}},
             .rows = {{text_cell("a name that is far too long to fit"), number_cell(1.0)}}}}};

    const std::string text = plain_text(wide, {.width = 24});

    EXPECT_THAT(text, HasSubstr("a name that is f..  1.00"));
}

TEST(PlainText, width_is_counted_in_characters_and_not_in_bytes) {
    EXPECT_EQ(display_width("T\xC3\xBCrkiye"), 7U);

    const Document names{
        .title = "T",
        .tables = {{.columns = {{.name = "n", .title = "N"}, {.name = "x", .title = "X"}},
                    .rows = {{text_cell("T\xC3\xBCrkiye"), number_cell(1.0)},
                             {text_cell("Vietnam"), number_cell(2.0)}}}}};

    EXPECT_THAT(plain_text(names, {}), HasSubstr("T\xC3\xBCrkiye  1.00\nVietnam  2.00\n"));
}

TEST(PlainText, colour_is_written_only_when_asked_for) {
    Document shaded = document();
    shaded.tables[0].rows[0][1].level = 4;

    EXPECT_THAT(plain_text(shaded, {}), Not(HasSubstr("\x1b")));
    EXPECT_THAT(plain_text(shaded, {.colour = true}), HasSubstr("\x1b[48;5;"));
}

TEST(PlainText, colour_does_not_move_columns) {
    Document shaded = document();
    shaded.tables[0].rows[0][1].level = 4;
    std::string text = plain_text(shaded, {.colour = true});

    for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b')) {
        text.erase(at, text.find('m', at) - at + 1);
    }

    EXPECT_EQ(text, plain_text(shaded, {}));
}

TEST(PlainText, a_table_without_rows_shows_only_its_words) {
    const Document empty{.title = "T",
                         .tables = {{.title = "Empty",
                                     .columns = {{.name = "a", .title = "A"}},
                                     .rows = {},
                                     .notes = {"Nothing to show."}}}};

    EXPECT_EQ(plain_text(empty, {}), "T\n\nEmpty\n\nNothing to show.\n");
}

TEST(PlainText, lines_break_at_spaces) {
    EXPECT_EQ(wrapped("one two three", 7), "one two\nthree");
    EXPECT_EQ(wrapped("one two three", 9, "  "), "one two\n  three");
    EXPECT_EQ(wrapped("incompressible word", 5), "incompressible\nword");
}

}  // namespace
}  // namespace entente
