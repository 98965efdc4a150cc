#include "entente/report/exposure/views.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Column share_column(const std::string& name, const std::string& title, const std::string& unit) {
    return {.name = name, .title = title, .unit = unit, .decimals = 1, .shown_scale = 100.0};
}

Column year_column(const std::string& name, const std::string& title) {
    return {.name = name, .title = title, .decimals = 0, .is_label = true};
}

Cell year_cell(int year) {
    return number_cell(static_cast<double>(year));
}

/// The sources of a set of worlds, which all of them share.
std::string publisher(const std::vector<WorldStamp>& worlds) {
    if (worlds.empty()) return {};
    return fmt::format("{}", fmt::join(worlds.front().sources, "+"));
}

std::vector<std::string> world_lines(const std::vector<WorldStamp>& worlds) {
    std::vector<std::string> lines;
    for (const WorldStamp& world : worlds) lines.push_back(world_line(world));
    if (!worlds.empty() && !worlds.front().sources.empty()) {
        lines.push_back(sources_line(worlds.front()));
    }
    if (worlds.size() > 1) {
        lines.push_back(
            "Worlds of other sources have other countries, sectors and definitions: do not join "
            "their figures with these.");
    }
    return lines;
}

std::vector<std::string> with_worlds(std::vector<std::string> lines,
                                     const std::vector<WorldStamp>& worlds) {
    for (std::string& line : world_lines(worlds)) lines.push_back(std::move(line));
    return lines;
}

JsonObject json_of(const std::vector<WorldStamp>& worlds, const Table& rows) {
    std::vector<std::string> names;
    for (const WorldStamp& world : worlds) names.push_back(world.name);
    JsonObject object{{"worlds", names}};
    if (!worlds.empty()) object.push_back(world_field(worlds.back()));
    object.push_back({"rows", rows});
    return object;
}

Table hidden_table(const HiddenExposureTable& shown) {
    const std::string of_output = "% of output";
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy", .spare = 3},
                            {.name = "power", .title = "Power"},
                            {.name = "world", .title = "World", .spare = 4},
                            year_column("year", "Year"),
                            share_column("trade_share", "Trade", "% with it"),
                            share_column("face_value", "Face value", of_output),
                            share_column("look_through", "Look-through", of_output),
                            {.name = "hidden_ratio", .title = "Ratio"},
                            share_column("final_spending_share", "Spending", "% its value added"),
                            {.name = "estimated_share",
                             .title = "Est.",
                             .unit = "%",
                             .decimals = 0,
                             .shown_scale = 100.0,
                             .spare = 2},
                            {.name = "publisher", .title = "Sources", .spare = 5}},
                .rows = {},
                .notes = {}};
    for (const HiddenExposureRow& row : shown.rows) {
        const CountryReliance& reliance = row.reliance;
        table.rows.push_back(
            {text_cell(row.code), text_cell(row.name), text_cell(row.power), text_cell(row.world),
             year_cell(row.year), number_cell(row.trade_share), number_cell(reliance.face_value),
             number_cell(reliance.look_through), number_cell(reliance.hidden_ratio),
             number_cell(reliance.final_spending), number_cell(row.estimated_share),
             text_cell(publisher(shown.worlds))});
    }
    return table;
}

Table change_table(const ExposureChangeTable& shown) {
    const auto part = [](const std::string& name, const std::string& title) {
        return Column{.name = name, .title = title, .unit = "log x 100"};
    };
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy", .spare = 2},
                            {.name = "power", .title = "Power"},
                            year_column("from_year", "From"),
                            year_column("to_year", "To"),
                            {.name = "loss_then_pct", .title = "Loss then", .unit = "%"},
                            {.name = "loss_now_pct", .title = "Loss now", .unit = "%"},
                            part("change_log_pct", "Change"),
                            part("partner_share_log_pct", "Partner share"),
                            part("sector_mix_log_pct", "Sector mix"),
                            part("supply_chains_log_pct", "Hidden"),
                            part("elasticity_log_pct", "Elasticity"),
                            {.name = "publisher", .title = "Sources", .spare = 3}},
                .rows = {},
                .notes = {}};
    for (const ExposureChangeRow& row : shown.rows) {
        const ExposureChange& change = row.change;
        std::vector<Cell> cells{text_cell(row.code), text_cell(row.name), text_cell(row.power),
                                year_cell(row.year_then), year_cell(row.year_now)};
        for (const double figure :
             {change.loss_then, change.loss_now, change.change, change.partner_share,
              change.sector_mix, change.supply_chains, change.elasticity}) {
            cells.push_back(number_cell(100.0 * figure));
        }
        cells.push_back(text_cell(publisher(shown.worlds)));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table connector_table(const ConnectorTable& shown) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy"},
                            {.name = "sells_to", .title = "Sells to"},
                            {.name = "buys_from", .title = "Buys from"},
                            year_column("from_year", "From"),
                            year_column("to_year", "To"),
                            {.name = "connector_score", .title = "Score", .decimals = 3},
                            share_column("connected_share", "In sectors", "% of exports to it"),
                            {.name = "publisher", .title = "Sources", .spare = 1}},
                .rows = {},
                .notes = {}};
    for (const ConnectorRow& row : shown.rows) {
        table.rows.push_back({text_cell(row.code), text_cell(row.name), text_cell(shown.buyer),
                              text_cell(shown.seller), year_cell(row.year_then),
                              year_cell(row.year_now), number_cell(row.score.score),
                              number_cell(row.score.connected_share),
                              text_cell(publisher(shown.worlds))});
    }
    return table;
}

}  // namespace

std::string render(const HiddenExposureTable& shown, const Rendering& how) {
    const Table table = hidden_table(shown);
    const Document document{
        .title = "Reliance on powers: on its face and through supply chains",
        .introduction = {"Face value: inputs bought from the power, per unit of output. "
                         "Look-through: its output needed at all stages, goods of other countries "
                         "included. Ratio: look-through over face value; above one, reliance is "
                         "hidden."},
        .tables = {table},
        .closing = with_worlds(
            {"Trade: the power's share in exports plus imports. Spending: its value added in final "
             "spending, the figure that adds up over powers. Look-through counts a good again at "
             "each border and does not add up."},
            shown.worlds)};
    return detail::render_document(document, table, json_of(shown.worlds, table), how);
}

std::string render(const ExposureChangeTable& shown, const Rendering& how) {
    const Table table = change_table(shown);
    const Document document{
        .title = "Why the loss without a power changed",
        .introduction = {"Loss: real income lost if all trade with the power stopped, in closed "
                         "form at fixed wages, long run. Change: of -ln(1 - loss), close to "
                         "points of the loss; the four parts add up to it."},
        .tables = {table},
        .closing = with_worlds(
            {"Partner share: how much of each sector is bought from and sold to the power. Sector "
             "mix: what is consumed and made. Hidden: what stands behind each sector in its supply "
             "chains. Elasticity: how hard a seller is to replace; zero where both worlds have the "
             "same elasticities. A part is the mean over all orders of change. Definition of "
             "ours."},
            shown.worlds)};
    return detail::render_document(document, table, json_of(shown.worlds, table), how);
}

std::string render(const ConnectorTable& shown, const Rendering& how) {
    const Table table = connector_table(shown);
    const Document document{
        .title =
            fmt::format("Between two powers: who sells more to {} of what it buys more from {}",
                        shown.buyer, shown.seller),
        .introduction = {fmt::format(
            "Score: mean over sectors, weighted with exports to {0}, of the smaller of two log "
            "growths where both rise: of its share in the imports of {0}, and of the share of {1} "
            "in its own imports. In sectors: part of its exports to {0} where both rise.",
            shown.buyer, shown.seller)},
        .tables = {table},
        .closing = with_worlds({"Two shares that rise together are no proof that goods are passed "
                                "on. Definition of ours."},
                               shown.worlds)};
    return detail::render_document(document, table, json_of(shown.worlds, table), how);
}

}  // namespace entente
