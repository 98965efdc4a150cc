#include "entente/report/worlds/source_list.hpp"

#include <fmt/format.h>

#include "entente/report/plain_text.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table source_table(const SourceList& list) {
    Table table{.columns = {{.name = "tables", .title = "Tables"},
                            {.name = "source", .title = "Source"},
                            {.name = "title", .title = "Title"},
                            {.name = "publisher", .title = "Publisher"},
                            {.name = "year", .title = "Year"},
                            {.name = "licence", .title = "Licence"},
                            {.name = "url", .title = "Address"},
                            {.name = "changes", .title = "Changes"}},
                .rows = {}};
    for (const ShippedSource& row : list.sources) {
        table.rows.push_back({text_cell(row.tables), text_cell(row.source), text_cell(row.title),
                              text_cell(row.publisher), text_cell(row.year), text_cell(row.licence),
                              text_cell(row.url), text_cell(row.changes)});
    }
    return table;
}

/// A citation is prose: on a terminal it reads better as a paragraph than as a row.
std::string citations(const SourceList& list, std::size_t width) {
    const std::size_t line = width == 0 ? 100 : width;
    std::string text;
    for (const ShippedSource& row : list.sources) {
        text += fmt::format("{}\n", row.source);
        text += "  " +
                wrapped(fmt::format("{} ({}). {}. {}", row.publisher, row.year, row.title, row.url),
                        line - 2, "  ") +
                '\n';
        text += "  " + wrapped(fmt::format("Licence: {}.", row.licence), line - 2, "  ") + '\n';
        if (!row.changes.empty()) {
            text += "  " + wrapped(fmt::format("Changes: {}.", row.changes), line - 2, "  ") + '\n';
        }
        text += "  " + wrapped(fmt::format("Tables: {}", row.tables), line - 2, "  ") + "\n\n";
    }
    if (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace

std::string render(const SourceList& list, const Rendering& how) {
    if (how.format == Format::text) return citations(list, how.width);
    const Table table = source_table(list);
    const Document document{.title = "Sources", .tables = {table}};
    return detail::render_document(document, table, {{"sources", table}}, how);
}

}  // namespace entente
