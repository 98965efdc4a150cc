#include "entente/report/plain_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace entente {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t narrowest_words = 12;
constexpr std::size_t line_of_prose = 100;

// Backgrounds of the 256-colour palette from pale to dark, each with the ink that is legible on it.
constexpr std::array<std::string_view, 5> shades{
    "\x1b[48;5;230;38;5;16m", "\x1b[48;5;223;38;5;16m", "\x1b[48;5;215;38;5;16m",
    "\x1b[48;5;130;38;5;231m", "\x1b[48;5;52;38;5;231m"};
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

/// Columns of a table that are printed, with their widths.
struct Layout {
    std::vector<bool> numeric;
    std::vector<std::size_t> columns;
    std::vector<std::size_t> widths;

    std::size_t total() const {
        std::size_t sum = gap.size() * (columns.empty() ? 0 : columns.size() - 1);
        for (const std::size_t width : widths) sum += width;
        return sum;
    }
};

std::size_t natural_width(const Table& table, std::size_t column) {
    const Column& head = table.columns[column];
    std::size_t width = std::max(display_width(head.title), display_width(head.unit));
    for (const auto& row : table.rows) {
        width = std::max(width, display_width(shown_text(row[column], head)));
    }
    return width;
}

void leave_out_most_spare(const Table& table, Layout& layout) {
    const auto most_spare = std::ranges::max_element(
        layout.columns, {}, [&](std::size_t c) { return table.columns[c].spare; });
    layout.widths.erase(layout.widths.begin() + (most_spare - layout.columns.begin()));
    layout.columns.erase(most_spare);
}

void shorten_widest_words(Layout& layout, std::size_t limit) {
    std::size_t* widest = nullptr;
    for (std::size_t k = 0; k < layout.columns.size(); ++k) {
        if (layout.numeric[layout.columns[k]]) continue;
        if (widest == nullptr || layout.widths[k] > *widest) widest = &layout.widths[k];
    }
    if (widest == nullptr || *widest <= narrowest_words) return;
    const std::size_t excess = layout.total() - limit;
    *widest = std::max(narrowest_words, *widest - std::min(*widest, excess));
}

Layout lay_out(const Table& table, std::size_t limit) {
    Layout layout{.numeric = numeric_columns(table), .columns{}, .widths{}};
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        layout.columns.push_back(c);
        layout.widths.push_back(natural_width(table, c));
    }
    if (limit == 0) return layout;
    const auto has_spare = [&] {
        return std::ranges::any_of(layout.columns,
                                   [&](std::size_t c) { return table.columns[c].spare > 0; });
    };
    while (layout.total() > limit && has_spare()) leave_out_most_spare(table, layout);
    if (layout.total() > limit) shorten_widest_words(layout, limit);
    return layout;
}

std::string shortened(std::string_view text, std::size_t width) {
    std::string result;
    std::size_t used = 0;
    for (const char c : text) {
        const bool starts_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (starts_character && ++used + 2 > width) break;
        result += c;
    }
    while (result.ends_with(' ')) result.pop_back();
    return result + "..";
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t used = display_width(text);
    if (used > width) return padded(shortened(text, width), width, right);
    const std::string fill(width - used, ' ');
    return right ? fill + text : text + fill;
}

void add_line(std::string& text, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
}

void add_heading(std::string& text, const Table& table, const Layout& layout, bool colour) {
    std::string titles, units, rule;
    for (std::size_t k = 0; k < layout.columns.size(); ++k) {
        const Column& column = table.columns[layout.columns[k]];
        const bool right = layout.numeric[layout.columns[k]];
        const std::string_view before = k == 0 ? "" : gap;
        titles += fmt::format("{}{}", before, padded(column.title, layout.widths[k], right));
        units += fmt::format("{}{}", before, padded(column.unit, layout.widths[k], right));
        rule += fmt::format("{}{}", before, std::string(layout.widths[k], '-'));
    }
    titles.erase(titles.find_last_not_of(' ') + 1);
    add_line(text, colour ? fmt::format("{}{}{}", bold, titles, plain) : titles);
    if (units.find_first_not_of(' ') != std::string::npos) add_line(text, units);
    add_line(text, rule);
}

void add_row(std::string& text, const Table& table, const std::vector<Cell>& row,
             const Layout& layout, bool colour) {
    std::string line;
    for (std::size_t k = 0; k < layout.columns.size(); ++k) {
        const std::size_t c = layout.columns[k];
        if (k > 0) line += gap;
        const std::string shown =
            padded(shown_text(row[c], table.columns[c]), layout.widths[k], layout.numeric[c]);
        const bool shaded = colour && row[c].level;
        line += shaded ? fmt::format("{}{}{}", shades.at(*row[c].level), shown, plain) : shown;
    }
    add_line(text, line);
}

/// Headings of the columns that are not printed, in their order.
std::vector<std::string> left_out(const Table& table, const Layout& layout) {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (std::ranges::find(layout.columns, c) != layout.columns.end()) continue;
        const Column& column = table.columns[c];
        const std::string& name = column.title.empty() ? column.name : column.title;
        // Both ends of an interval may bear the same title.
        if (names.empty() || names.back() != name) names.push_back(name);
    }
    return names;
}

void add_table(std::string& text, const Table& table, const PlainTextStyle& style) {
    const Layout layout = lay_out(table, style.width);
    const std::size_t prose = style.width == 0 ? line_of_prose : style.width;
    if (!table.title.empty()) text += wrapped(table.title, prose) + "\n\n";
    if (!table.rows.empty()) {
        add_heading(text, table, layout, style.colour);
        for (const auto& row : table.rows) add_row(text, table, row, layout, style.colour);
    }
    const std::vector<std::string> hidden = left_out(table, layout);
    if (!hidden.empty()) {
        const std::string words =
            fmt::format("Left out for lack of width: {}", fmt::join(hidden, ", "));
        text += wrapped(words, prose) + '\n';
    }
    for (const std::string& note : table.notes) text += wrapped(note, prose) + '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
    std::string result;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t length = display_width(word);
        if (used > 0 && used + 1 + length > width) {
            result += fmt::format("\n{}", indent);
            used = indent.size();
        } else if (used > 0) {
            result += ' ';
            ++used;
        }
        result += word;
        used += length;
    }
    return result;
}

std::string plain_text(const Document& document, const PlainTextStyle& style) {
    const std::size_t prose = style.width == 0 ? line_of_prose : style.width;
    std::string text =
        style.colour ? fmt::format("{}{}{}\n", bold, document.title, plain) : document.title + '\n';
    for (const std::string& line : document.introduction) text += wrapped(line, prose) + '\n';
    for (const Table& table : document.tables) {
        text += '\n';
        add_table(text, table, style);
    }
    if (!document.closing.empty()) text += '\n';
    for (const std::string& line : document.closing) text += wrapped(line, prose, "  ") + '\n';
    return text;
}

}  // namespace entente
