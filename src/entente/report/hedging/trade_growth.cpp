#include "entente/report/hedging/trade_growth.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/render_document.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {
namespace {

Column percent_column(const std::string& name, const std::string& title, const std::string& unit) {
    return {.name = name, .title = title, .unit = unit, .decimals = 1};
}

Table growth_rows(const TradeGrowth& shown) {
    const Pole power{.code = shown.power, .name = shown.power};
    const std::string key = column_key(power);
    const std::string title = heading(power);
    Table table{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "publisher", .title = "Publisher"},
                    {.name = "period", .title = "Period"},
                    percent_column("growth_total_pct", "All trade", "% growth"),
                    percent_column("contribution_" + key + "_points", "From " + title, "points"),
                    percent_column("contribution_rest_points", "From the rest", "points"),
                    percent_column("growth_" + key + "_pct", "With " + title, "% growth"),
                    percent_column("growth_rest_pct", "With the rest", "% growth"),
                    percent_column("growth_world_pct", "World", "% growth"),
                    percent_column("share_" + key + "_then_pct", title + " share", "% then"),
                    percent_column("share_" + key + "_change_points", "Change", "points")},
        .rows = {},
        .notes = {}};
    for (const TradeGrowthRow& row : shown.rows) {
        const GrowthFigures& growth = row.growth;
        std::vector<Cell> cells{text_cell(row.code), text_cell(growth.publisher),
                                text_cell(growth.period)};
        for (const double figure :
             {growth.total_growth, growth.from_anchor, growth.from_rest, growth.anchor_growth,
              growth.rest_growth, growth.world_growth, growth.anchor_share, growth.share_change}) {
            cells.push_back(number_cell(100.0 * figure));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::string render(const TradeGrowth& shown, const Rendering& how) {
    const Table table = growth_rows(shown);
    Document document{
        .title = fmt::format("Where the growth of trade came from, with {} and with the rest",
                             in_sentence(Pole{.code = shown.power, .name = shown.power})),
        .introduction = {"Growth of exports plus imports in constant money between two years of "
                         "one publisher. The two parts, in points, add up to the growth of all "
                         "trade."},
        .tables = {table},
        .closing = {"World: growth of all exports of the publisher. A share that falls while trade "
                    "grows is less share and not less trade. Windows of two publishers are never "
                    "joined.",
                    layers_line(shown.layers)}};
    if (!shown.missing.empty()) {
        document.closing.insert(document.closing.begin(),
                                fmt::format("No publisher covers both ends of a window for: {}.",
                                            fmt::join(shown.missing, ", ")));
    }
    return detail::render_document(document, table,
                                   {{"power", text_cell(shown.power)}, {"rows", table}}, how);
}

}  // namespace entente
