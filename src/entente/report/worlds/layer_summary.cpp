#include "entente/report/worlds/layer_summary.hpp"

#include <fmt/format.h>

#include "entente/report/record_tables.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table column_table(const LayerSummary& summary) {
    Table table{.title = "Tables",
                .columns = {{.name = "table", .title = "Table"},
                            {.name = "rows", .title = "Rows", .decimals = 0},
                            {.name = "column", .title = "Column"},
                            {.name = "example", .title = "First cell", .spare = 1},
                            {.name = "meaning", .title = "Meaning"}},
                .rows = {}};
    for (const LayerColumnSummary& column : summary.columns) {
        table.rows.push_back(
            {text_cell(column.table), number_cell(static_cast<double>(column.num_rows)),
             text_cell(column.column), text_cell(column.example), text_cell(column.text)});
    }
    return table;
}

}  // namespace

std::string render(const LayerSummary& summary, const Rendering& how) {
    const std::vector<Table> tables{column_table(summary),
                                    detail::parameter_table(summary.parameters),
                                    detail::source_table(summary.sources)};
    Document document{.title = fmt::format("Layer {}", summary.layer.name)};
    document.introduction = {
        fmt::format("{}.", summary.title),
        fmt::format("Layout {}, version {}; known to {}. A layer cannot be solved.", summary.layout,
                    summary.version, summary.as_of),
        fmt::format("Content hash {}.", summary.layer.content_hash)};
    for (const Table& table : tables) {
        if (!table.rows.empty()) document.tables.push_back(table);
    }
    const JsonObject object{world_field(summary.layer),
                            {"layout", text_cell(summary.layout)},
                            {"version", number_cell(summary.version)},
                            {"title", text_cell(summary.title)},
                            {"as_of", text_cell(summary.as_of)},
                            {"tables", tables[0]},
                            {"parameters", tables[1]},
                            {"sources", tables[2]}};
    return detail::render_document(document, tables[0], object, how);
}

}  // namespace entente
