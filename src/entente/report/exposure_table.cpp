#include "entente/report/exposure_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Cell percent(double share) {
    return number_cell(100.0 * share);
}

Cell percent(const std::optional<double>& share) {
    return share ? percent(*share) : Cell{};
}

Table country_table(const ExposureTable& table) {
    const std::string lost = "% lost";
    const std::string closed = table.has_equilibrium ? "closed form %" : lost;
    Table data{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "name", .title = "Economy"},
             {.name = "loss_pct", .title = "Loss", .unit = closed},
             {.name = "imports_loss_pct", .title = "Imports", .unit = lost, .spare = 1},
             {.name = "exports_loss_pct", .title = "Exports", .unit = lost, .spare = 1},
             {.name = "reverse_loss_pct", .title = "Own", .unit = lost, .decimals = 3, .spare = 2},
             {.name = "asymmetry_pct", .title = "Difference", .unit = "points", .spare = 8},
             {.name = "trade_share",
              .title = "Share",
              .unit = "% trade",
              .decimals = 1,
              .shown_scale = 100.0,
              .spare = 4},
             {.name = "face_value",
              .title = "Face value",
              .unit = "of output",
              .decimals = 3,
              .spare = 6},
             {.name = "look_through",
              .title = "Look-through",
              .unit = "of output",
              .decimals = 3,
              .spare = 5},
             {.name = "hidden_ratio", .title = "Ratio", .decimals = 1, .spare = 7},
             {.name = "final_spending_share",
              .title = "Spending",
              .unit = "%",
              .decimals = 1,
              .shown_scale = 100.0,
              .spare = 9},
             {.name = "estimated_share",
              .title = "Est.",
              .unit = "%",
              .decimals = 0,
              .shown_scale = 100.0,
              .spare = 4}},
        .rows = {}};
    const bool is_joint = table.power_parts.size() > 1;
    if (is_joint) {
        data.columns.push_back({.name = "joint_gain_pct",
                                .title = "Joint gain",
                                .unit = "points",
                                .decimals = 3,
                                .spare = 3});
    }
    if (table.has_equilibrium) {
        data.columns.insert(
            data.columns.begin() + 2,
            {{.name = "loss_ge_pct", .title = "Loss", .unit = "exact %"},
             {.name = "reverse_loss_ge_pct", .title = "Own", .unit = "exact %", .decimals = 3}});
    }
    data.columns.push_back({.name = "method", .title = "Method", .spare = 9});
    for (const ExposureRow& row : table.rows) {
        data.rows.push_back({text_cell(row.code), text_cell(row.name), percent(row.total),
                             percent(row.imports), percent(row.exports), percent(row.reverse),
                             percent(row.total - row.reverse), number_cell(row.trade_share),
                             number_cell(row.face_value), number_cell(row.look_through),
                             number_cell(row.hidden_ratio), number_cell(row.final_spending),
                             number_cell(row.estimated_share)});
        if (is_joint) data.rows.back().push_back(percent(row.joint_gain));
        if (table.has_equilibrium) {
            data.rows.back().insert(data.rows.back().begin() + 2,
                                    {percent(row.equilibrium), percent(row.equilibrium_reverse)});
        }
        data.rows.back().push_back(
            text_cell(table.has_equilibrium ? "ge and closed_form" : "closed_form"));
    }
    return data;
}

Table contribution_table(const ExposureTable& table) {
    Table data{.columns = {{.name = "iso3", .title = "Code"},
                           {.name = "sector", .title = "Sector"},
                           {.name = "sector_name", .title = "Name"},
                           {.name = "imports_part_log_pct",
                            .title = "Imports",
                            .unit = "log points x 100",
                            .decimals = 3},
                           {.name = "exports_value_added_pct",
                            .title = "Exports",
                            .unit = "% of GDP",
                            .decimals = 3}},
               .rows = {}};
    for (const SectorContribution& part : table.contributions) {
        data.rows.push_back({text_cell(part.country), text_cell(part.sector),
                             text_cell(part.sector_name), percent(part.imports),
                             percent(part.exports)});
    }
    return data;
}

/// People do not need the column that says the same on every row.
Table shown_table(const ExposureTable& table) {
    Table shown = exposure_data_table(table);
    if (!table.is_by_sector) {
        shown.columns.pop_back();
        for (auto& row : shown.rows) row.pop_back();
    }
    return shown;
}

/// The scope as the command line takes it.
std::string scope_code(const Scope& scope) {
    if (!scope.sector.empty()) return scope.sector;
    if (scope.imports && scope.exports) return "all";
    return scope.imports ? "imports" : "exports";
}

std::vector<std::string> legend(const ExposureTable& table) {
    if (table.is_by_sector) {
        return {
            "Imports: parts of ln(1 / (1 - loss from imports)), times 100; they add up over "
            "sectors. Exports: value added sold to the power, in percent of GDP. Closed form, an "
            "approximation of ours."};
    }
    std::vector<std::string> lines{
        "Loss: real income lost in the long run at fixed wages, closed form, an approximation of "
        "ours; 1 - (1 - imports) (1 - exports). Own: what the power itself loses from the same "
        "cut.",
        "Face value: inputs bought from the power per unit of output; look-through: its output "
        "needed at all stages, other countries' goods included; a ratio above one is reliance "
        "hidden in other countries' goods. Spending: the power's value added in final spending. "
        "Est.: estimated part of the trade with the power."};
    if (table.has_equilibrium) {
        lines.insert(lines.begin(),
                     "Exact: the same cut solved in general equilibrium, with wages, prices and "
                     "trade of all countries adjusting, long run, balanced trade; model-based, a "
                     "central estimate without interval. Empty where no equilibrium was found.");
    }
    if (table.power_parts.size() > 1) {
        lines.push_back(
            "Joint gain: loss from the joint cut less the losses from cuts with each part alone.");
    }
    return lines;
}

}  // namespace

std::string scope_words(const Scope& scope) {
    if (!scope.sector.empty()) {
        return fmt::format("trade in {} ({})", scope.sector_name, scope.sector);
    }
    if (scope.imports && scope.exports) return "all trade";
    return scope.imports ? "the import part of its trade" : "the export part of its trade";
}

Table exposure_data_table(const ExposureTable& table) {
    return table.is_by_sector ? contribution_table(table) : country_table(table);
}

Document exposure_document(const ExposureTable& table) {
    Document document{.title = fmt::format("Exposure to {}", in_sentence(table.power))};
    document.introduction.push_back(fmt::format("What each economy loses when {} with {} stops.",
                                                scope_words(table.scope),
                                                in_sentence(table.power)));
    document.tables.push_back(shown_table(table));
    document.closing = legend(table);
    document.closing.push_back(world_line(table.world));
    if (!table.world.sources.empty()) document.closing.push_back(sources_line(table.world));
    return document;
}

std::string render(const ExposureTable& table, const Rendering& how) {
    const Table data = exposure_data_table(table);
    const JsonObject object{world_field(table.world),
                            {"to", table.power_parts},
                            {"scope", text_cell(scope_code(table.scope))},
                            {table.is_by_sector ? "contributions" : "countries", data}};
    return detail::render_document(exposure_document(table), data, object, how);
}

}  // namespace entente
