#include "entente/report/markdown_text.hpp"

namespace entente {
namespace {

/// Characters that Markdown or HTML would take for markup are written as themselves.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '&':
                result += "&amp;";
                break;
            case '\n':
                result += ' ';
                break;
            case '|':
            case '*':
            case '_':
            case '`':
            case '[':
            case '\\':
                result += '\\';
                [[fallthrough]];
            default:
                result += c;
        }
    }
    return result;
}

void add_table(std::string& text, const Table& table) {
    if (!table.title.empty()) text += "## " + escaped(table.title) + "\n\n";
    if (!table.rows.empty()) {
        const std::vector<bool> numeric = numeric_columns(table);
        std::string rule;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const Column& column = table.columns[c];
            const std::string unit = column.unit.empty() ? "" : " (" + column.unit + ")";
            text += "| " + escaped(column.title + unit) + " ";
            rule += numeric[c] ? "| ---: " : "| --- ";
        }
        text += "|\n" + rule + "|\n";
        for (const auto& row : table.rows) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                text += "| " + escaped(shown_text(row[c], table.columns[c])) + " ";
            }
            text += "|\n";
        }
        text += '\n';
    }
    for (const std::string& note : table.notes) text += escaped(note) + "\n\n";
}

void add_paragraphs(std::string& text, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) text += escaped(line) + "\n\n";
}

}  // namespace

std::string markdown_text(const Document& document) {
    std::string text = "# " + escaped(document.title) + "\n\n";
    add_paragraphs(text, document.introduction);
    for (const Table& table : document.tables) add_table(text, table);
    add_paragraphs(text, document.closing);
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace entente
