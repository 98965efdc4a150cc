#include "entente/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

std::string grouped(double number, int decimals) {
    std::string text = fmt::format("{:.{}f}", number, decimals);
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
    std::size_t end = std::min(text.find('.'), text.size());
    const std::size_t first = text.front() == '-' ? 1 : 0;
    while (end > first + 3) {
        end -= 3;
        text.insert(end, ",");
    }
    return text;
}

}  // namespace

Cell text_cell(std::string text) {
    if (text.empty()) return {};
    return {.value = std::move(text)};
}

Cell number_cell(double number) {
    if (!std::isfinite(number)) return {};
    return {.value = number};
}

Cell number_cell(const std::optional<double>& number) {
    return number ? number_cell(*number) : Cell{};
}

std::string shown_text(const Cell& cell, const Column& column) {
    if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
    if (const auto* number = std::get_if<double>(&cell.value)) {
        return column.is_label ? fmt::format("{:.0f}", *number)
                               : grouped(column.shown_scale * *number, column.decimals);
    }
    return {};
}

std::vector<bool> numeric_columns(const Table& table) {
    std::vector<bool> has_number(table.columns.size(), false);
    std::vector<bool> has_words(table.columns.size(), false);
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (std::holds_alternative<std::string>(row[c].value)) has_words[c] = true;
            if (std::holds_alternative<double>(row[c].value)) has_number[c] = true;
        }
    }
    for (std::size_t c = 0; c < has_number.size(); ++c) {
        has_number[c] = has_number[c] && !has_words[c];
    }
    return has_number;
}

}  // namespace entente
