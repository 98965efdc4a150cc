#include "entente/report/render_document.hpp"
#include "entente/report/worlds/reports.hpp"

namespace entente {
namespace {

/// A layer has no axes to count.
Cell count_cell(const CatalogEntry& entry, std::size_t count) {
    return entry.kind == "layer" ? Cell{} : number_cell(static_cast<double>(count));
}

}  // namespace

std::string render(const WorldList& list, const Rendering& how) {
    Table table{.columns = {{.name = "name", .title = "Name"},
                            {.name = "kind", .title = "Kind"},
                            {.name = "base_year", .title = "Year", .is_label = true},
                            {.name = "countries", .title = "Regions", .decimals = 0},
                            {.name = "sectors", .title = "Sectors", .decimals = 0},
                            {.name = "content_hash", .title = "Content hash", .spare = 2},
                            {.name = "file", .title = "File", .spare = 1}},
                .rows = {}};
    for (const CatalogEntry& world : list.worlds) {
        table.rows.push_back({text_cell(world.name), text_cell(world.kind),
                              number_cell(world.base_year), count_cell(world, world.num_countries),
                              count_cell(world, world.num_sectors), text_cell(world.content_hash),
                              text_cell(world.file.string())});
    }
    Document document{.title = "Worlds and layers", .tables = {table}};
    if (list.worlds.empty()) {
        document.tables.clear();
        document.introduction = {
            "No world was found. Build one with: entente world import FOLDER -o FILE.world"};
    }
    return detail::render_document(document, table, {{"worlds", table}}, how);
}

}  // namespace entente
