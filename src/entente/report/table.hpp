#pragma once

// A table before it becomes text: columns that say what they hold, cells that are empty, words or
// numbers. Every format is written from the same table, so that all of them show the same figures.

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente {

/// One cell. Empty means that there is no figure; it is never written as zero.
struct Cell {
    std::variant<std::monostate, std::string, double> value{};
    /// Fifth of the heat map the figure falls in, 0 lowest to 4 highest; shades the cell.
    std::optional<std::size_t> level{};

    bool is_empty() const { return std::holds_alternative<std::monostate>(value); }
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// A cell with words; empty words give an empty cell.
Cell text_cell(std::string text);
/// A cell with a number; NaN and infinity give an empty cell.
Cell number_cell(double number);
Cell number_cell(const std::optional<double>& number);

struct Column {
    /// Name in CSV and JSON, such as "exposure_us_pct".
    std::string name;
    /// Heading for people.
    std::string title;
    /// Second line of the heading; may be empty.
    std::string unit{};
    /// Decimals shown to people; files hold every digit.
    int decimals = 2;
    /// What a number is multiplied with before people see it: 100 shows a share as percent.
    double shown_scale = 1.0;
    /// Left out on a narrow terminal: the highest first. 0 = always shown.
    int spare = 0;
    /// A number that names and does not count, such as a year: never grouped in thousands.
    bool is_label = false;
};

struct Table {
    std::string title{};
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    /// Lines that explain the table, shown beneath it.
    std::vector<std::string> notes{};
};

/// A cell as people read it: numbers with the decimals of their column, grouped in thousands.
std::string shown_text(const Cell& cell, const Column& column);

/// [column] whether it holds numbers and no words, so that it is aligned to the right.
std::vector<bool> numeric_columns(const Table& table);

}  // namespace entente
