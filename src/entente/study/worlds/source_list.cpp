#include "entente/study/worlds/source_list.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace entente {

extern const std::string_view sources_page;

namespace {

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::string without_markup(std::string text) {
    std::erase(text, '`');
    if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
    return text;
}

/// Cells of a table row; empty if the line is none. A bar after a backslash belongs to the cell.
std::vector<std::string> cells_of(std::string_view line) {
    const std::string text = trimmed(line);
    if (!text.starts_with('|')) return {};
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t k = 1; k < text.size(); ++k) {
        if (text[k] == '\\' && k + 1 < text.size() && text[k + 1] == '|') {
            cell += text[++k];
        } else if (text[k] == '|') {
            cells.push_back(without_markup(trimmed(cell)));
            cell.clear();
        } else {
            cell += text[k];
        }
    }
    return cells;
}

bool is_rule(const std::vector<std::string>& cells) {
    return std::ranges::all_of(cells, [](const std::string& cell) {
        return !cell.empty() && cell.find_first_not_of("-: ") == std::string::npos;
    });
}

const std::map<std::string, std::string ShippedSource::*>& columns() {
    static const std::map<std::string, std::string ShippedSource::*> known{
        {"tables", &ShippedSource::tables}, {"source", &ShippedSource::source},
        {"title", &ShippedSource::title},   {"publisher", &ShippedSource::publisher},
        {"year", &ShippedSource::year},     {"licence", &ShippedSource::licence},
        {"url", &ShippedSource::url},       {"changes", &ShippedSource::changes}};
    return known;
}

}  // namespace

namespace detail {

SourceList parse_sources(std::string_view page) {
    SourceList list;
    std::vector<std::string> header;
    while (!page.empty()) {
        const std::size_t end = std::min(page.find('\n'), page.size());
        const std::vector<std::string> cells = cells_of(page.substr(0, end));
        page.remove_prefix(std::min(end + 1, page.size()));
        if (cells.empty()) {
            header.clear();
        } else if (header.empty()) {
            header = cells;
        } else if (!is_rule(cells)) {
            ShippedSource row;
            for (std::size_t c = 0; c < std::min(cells.size(), header.size()); ++c) {
                const auto column = columns().find(header[c]);
                if (column != columns().end()) row.*column->second = cells[c];
            }
            list.sources.push_back(std::move(row));
        }
    }
    return list;
}

}  // namespace detail

SourceList list_sources() {
    return detail::parse_sources(sources_page);
}

}  // namespace entente
