#include "entente/report/table.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace entente {
namespace {

std::string shown(double number, Column column) {
    return shown_text(number_cell(number), column);
}

TEST(Table, missing_figures_give_empty_cells) {
    EXPECT_TRUE(number_cell(std::numeric_limits<double>::quiet_NaN()).is_empty());
    EXPECT_TRUE(number_cell(std::numeric_limits<double>::infinity()).is_empty());
    EXPECT_TRUE(number_cell(std::optional<double>{}).is_empty());
    EXPECT_TRUE(text_cell("").is_empty());
    EXPECT_FALSE(number_cell(0.0).is_empty());
}

TEST(Table, numbers_are_shown_with_the_decimals_of_their_column) {
    EXPECT_EQ(shown(1.005, {.name = "a", .title = "A", .decimals = 1}), "1.0");
    EXPECT_EQ(shown(-2.5, {.name = "a", .title = "A", .decimals = 2}), "-2.50");
    EXPECT_EQ(shown_text(Cell{}, {.name = "a", .title = "A"}), "");
}

TEST(Table, thousands_are_grouped) {
    EXPECT_EQ(shown(1234567.0, {.name = "a", .title = "A", .decimals = 0}), "1,234,567");
    EXPECT_EQ(shown(-1234.5, {.name = "a", .title = "A", .decimals = 1}), "-1,234.5");
    EXPECT_EQ(shown(999.0, {.name = "a", .title = "A", .decimals = 0}), "999");
}

TEST(Table, years_are_not_grouped) {
    EXPECT_EQ(shown(2023.0, {.name = "y", .title = "Year", .is_label = true}), "2023");
}

TEST(Table, a_loss_that_rounds_to_nothing_has_no_minus_sign) {
    EXPECT_EQ(shown(-0.001, {.name = "a", .title = "A", .decimals = 2}), "0.00");
}

TEST(Table, shares_can_be_shown_as_percent) {
    EXPECT_EQ(shown(0.125, {.name = "a", .title = "A", .decimals = 1, .shown_scale = 100.0}),
              "12.5");
}

TEST(Table, a_column_is_numeric_if_it_holds_numbers_and_no_words) {
    const Table table{
        .columns = {{.name = "a", .title = "A"},
                    {.name = "b", .title = "B"},
                    {.name = "c", .title = "C"}},
        .rows = {{number_cell(1.0), number_cell(1.0), {}}, {Cell{}, text_cell("x"), {}}}};

    EXPECT_EQ(numeric_columns(table), (std::vector<bool>{true, false, false}));
}

}  // namespace
}  // namespace entente
