#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/record_tables.hpp"
#include "entente/report/render_document.hpp"
#include "entente/report/worlds/reports.hpp"

namespace entente {
namespace {

/// Money without decimals, grouped in thousands.
std::string whole(double amount) {
    return shown_text(number_cell(amount), {.name = {}, .title = {}, .decimals = 0});
}

std::string kind_words(SectorKind kind) {
    switch (kind) {
        case SectorKind::goods:
            return "goods";
        case SectorKind::services:
            return "services";
        case SectorKind::unstated:
            break;
    }
    return {};
}

Table country_table(const WorldSummary& summary) {
    Table table{.title = "Regions",
                .columns = {{.name = "iso3", .title = "Code"}, {.name = "name", .title = "Name"}},
                .rows = {}};
    for (const Country& country : summary.countries) {
        table.rows.push_back({text_cell(country.code), text_cell(country.name)});
    }
    return table;
}

Table sector_table(const WorldSummary& summary) {
    Table table{.title = "Sectors",
                .columns = {{.name = "sector", .title = "Code"},
                            {.name = "name", .title = "Name"},
                            {.name = "kind", .title = "Kind"},
                            {.name = "trade_elasticity", .title = "Elasticity", .unit = "theta"},
                            {.name = "trade_elasticity_se", .title = "Std. error", .spare = 2},
                            {.name = "isic", .title = "ISIC 4", .spare = 1}},
                .rows = {}};
    for (const Sector& sector : summary.sectors) {
        table.rows.push_back({text_cell(sector.code), text_cell(sector.name),
                              text_cell(kind_words(sector.kind)),
                              number_cell(sector.trade_elasticity),
                              number_cell(sector.trade_elasticity_se), text_cell(sector.isic)});
    }
    return table;
}

Table group_table(const WorldSummary& summary) {
    Table table{.title = "Groups",
                .columns = {{.name = "group", .title = "Group"},
                            {.name = "size", .title = "Members", .decimals = 0},
                            {.name = "members", .title = "Codes"}},
                .rows = {}};
    for (const GroupSummary& group : summary.groups) {
        table.rows.push_back({text_cell(group.name),
                              number_cell(static_cast<double>(group.members.size())),
                              text_cell(fmt::format("{}", fmt::join(group.members, " ")))});
    }
    return table;
}

Document summary_document(const WorldSummary& summary, const std::vector<Table>& tables) {
    Document document{.title = fmt::format("World {}", summary.world.name)};
    document.introduction = {
        fmt::format("{} regions and {} sectors in {}, values in {}.", summary.world.num_countries,
                    summary.world.num_sectors, summary.world.base_year, summary.world.unit),
        fmt::format("Value added {}, trade between regions {}, of which {:.0f}% is "
                    "observed, {:.0f}% scaled from another year, {:.0f}% estimated.",
                    whole(summary.value_added), whole(summary.foreign_trade),
                    100.0 * summary.observed_share, 100.0 * summary.scaled_share,
                    100.0 * summary.estimated_share),
        fmt::format("Content hash {}.", summary.world.content_hash)};
    if (!summary.alternative_tariffs.empty()) {
        document.introduction.push_back(
            fmt::format("Other tariff tables: {}.", fmt::join(summary.alternative_tariffs, ", ")));
    }
    for (const Table& table : tables) {
        if (!table.rows.empty()) document.tables.push_back(table);
    }
    if (!summary.world.sources.empty()) document.closing.push_back(sources_line(summary.world));
    return document;
}

}  // namespace

std::string render(const WorldSummary& summary, const Rendering& how) {
    const std::vector<Table> tables{
        country_table(summary), sector_table(summary), group_table(summary),
        detail::parameter_table(summary.parameters), detail::source_table(summary.sources)};
    const JsonObject object{world_field(summary.world),
                            {"value_added", number_cell(summary.value_added)},
                            {"foreign_trade", number_cell(summary.foreign_trade)},
                            {"observed_share", number_cell(summary.observed_share)},
                            {"scaled_share", number_cell(summary.scaled_share)},
                            {"estimated_share", number_cell(summary.estimated_share)},
                            {"countries", tables[0]},
                            {"sectors", tables[1]},
                            {"groups", tables[2]},
                            {"parameters", tables[3]},
                            {"alternative_tariffs", summary.alternative_tariffs},
                            {"sources", tables[4]}};
    return detail::render_document(summary_document(summary, tables), tables[0], object, how);
}

std::string render(const WrittenWorld& written, const Rendering& how) {
    const Table table{.columns = {{.name = "name", .title = "World"},
                                  {.name = "path", .title = "Written to"},
                                  {.name = "content_hash", .title = "Content hash"}},
                      .rows = {{text_cell(written.world.name), text_cell(written.path),
                                text_cell(written.world.content_hash)}}};
    const Document document{.title = fmt::format("World {}", written.world.name),
                            .tables = {table}};
    const JsonObject object{world_field(written.world), {"path", text_cell(written.path)}};
    return detail::render_document(document, table, object, how);
}

}  // namespace entente
