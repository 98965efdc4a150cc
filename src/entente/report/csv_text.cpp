#include "entente/report/csv_text.hpp"

#include "entente/base/number_text.hpp"

namespace entente {
namespace {

std::string field(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell.value)) return shortest_text(*number);
    if (const auto* text = std::get_if<std::string>(&cell.value)) return csv_field(*text);
    return {};
}

}  // namespace

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_text(const Table& table) {
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (c > 0) text += ',';
        text += csv_field(table.columns[c].name);
    }
    text += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) text += ',';
            text += field(row[c]);
        }
        text += '\n';
    }
    return text;
}

}  // namespace entente
