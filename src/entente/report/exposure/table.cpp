#include "entente/report/exposure/table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "entente/report/hedging/figures.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Cell percent(double share) {
    return number_cell(100.0 * share);
}

Cell percent(const std::optional<double>& share) {
    return share ? percent(*share) : Cell{};
}

/// A column, what stands in it, and where it does.
struct Field {
    Column column;
    std::function<Cell(const ExposureRow&)> cell;
    /// Left out of data files too: a table of this kind does not have it.
    bool is_present = true;
    /// Left out of tables for people.
    bool is_shown = true;
};

std::string method_words(const ExposureTable& table) {
    if (table.added_tariff) return "ge";
    return table.has_equilibrium ? "ge and closed_form" : "closed_form";
}

// The order is part of the format: programs of users read these files.
std::vector<Field> fields(const ExposureTable& table) {
    using Row = const ExposureRow&;
    const std::string lost = "% lost";
    const std::string closed = table.has_equilibrium ? "closed form %" : lost;
    const bool has_exact = table.has_equilibrium;
    const bool has_closed = !table.added_tariff;
    const bool is_joint = table.power_parts.size() > 1;
    const bool has_both = table.horizon.needs_both_profiles();
    const std::string other = profile_name(table.horizon.with_other_profile().profile);
    return {
        {{.name = "iso3", .title = "Code"}, [](Row row) { return text_cell(row.code); }},
        {{.name = "name", .title = "Economy"}, [](Row row) { return text_cell(row.name); }},
        {{.name = "loss_ge_pct", .title = "Loss", .unit = "exact %"},
         [](Row row) { return percent(row.equilibrium); },
         has_exact},
        {{.name = "loss_ge_low_pct", .title = "90%", .unit = "from"},
         [](Row row) { return row.interval ? percent(row.interval->low) : Cell{}; },
         has_exact},
        {{.name = "loss_ge_high_pct", .title = "interval", .unit = "to"},
         [](Row row) { return row.interval ? percent(row.interval->high) : Cell{}; },
         has_exact},
        {{.name = fmt::format("loss_ge_{}_pct", other), .title = "Loss", .unit = other + " %"},
         [](Row row) { return percent(row.equilibrium_other_profile); },
         has_exact && has_both},
        {{.name = "reverse_loss_ge_pct", .title = "Own", .unit = "exact %", .decimals = 3},
         [](Row row) { return percent(row.equilibrium_reverse); },
         has_exact},
        {{.name = "loss_pct", .title = "Loss", .unit = closed},
         [](Row row) { return percent(row.total); },
         true,
         has_closed},
        {{.name = fmt::format("loss_{}_pct", other),
          .title = "Loss",
          .unit = fmt::format("{} {}", other, has_exact ? "closed %" : "%"),
          .spare = has_exact ? 1 : 0},
         [](Row row) { return percent(row.total_other_profile); },
         has_both && has_closed},
        {{.name = "imports_loss_pct", .title = "Imports", .unit = lost, .spare = 1},
         [](Row row) { return percent(row.imports); },
         true,
         has_closed},
        {{.name = "exports_loss_pct", .title = "Exports", .unit = lost, .spare = 1},
         [](Row row) { return percent(row.exports); },
         true,
         has_closed},
        {{.name = "reverse_loss_pct", .title = "Own", .unit = lost, .decimals = 3, .spare = 2},
         [](Row row) { return percent(row.reverse); },
         true,
         has_closed},
        {{.name = "asymmetry_pct", .title = "Difference", .unit = "points", .spare = 8},
         [](Row row) { return percent(row.total - row.reverse); },
         true,
         has_closed},
        {{.name = "trade_share",
          .title = "Share",
          .unit = "% trade",
          .decimals = 1,
          .shown_scale = 100.0,
          .spare = 4},
         [](Row row) { return number_cell(row.trade_share); }},
        {{.name = "face_value",
          .title = "Face value",
          .unit = "of output",
          .decimals = 3,
          .spare = 6},
         [](Row row) { return number_cell(row.face_value); }},
        {{.name = "look_through",
          .title = "Look-through",
          .unit = "of output",
          .decimals = 3,
          .spare = 5},
         [](Row row) { return number_cell(row.look_through); }},
        {{.name = "hidden_ratio", .title = "Ratio", .decimals = 1, .spare = 7},
         [](Row row) { return number_cell(row.hidden_ratio); }},
        {{.name = "final_spending_share",
          .title = "Spending",
          .unit = "%",
          .decimals = 1,
          .shown_scale = 100.0,
          .spare = 9},
         [](Row row) { return number_cell(row.final_spending); }},
        {{.name = "estimated_share",
          .title = "Est.",
          .unit = "%",
          .decimals = 0,
          .shown_scale = 100.0,
          .spare = 4},
         [](Row row) { return number_cell(row.estimated_share); }},
        {{.name = "joint_gain_ge_pct",
          .title = "Joint gain",
          .unit = "exact points",
          .decimals = 3},
         [](Row row) { return percent(row.equilibrium_joint_gain); },
         is_joint && has_exact},
        {{.name = "joint_gain_pct",
          .title = "Joint gain",
          .unit = "points",
          .decimals = 3,
          .spare = 3},
         [](Row row) { return percent(row.joint_gain); },
         is_joint,
         has_closed},
        {{.name = "interval_method", .title = "Interval", .spare = 10},
         [](Row row) {
             return row.interval ? text_cell(interval_method_name(row.interval->method)) : Cell{};
         },
         has_exact},
        // It says the same on every row, which people need not see.
        {{.name = "method", .title = "Method"},
         [method = method_words(table)](Row) { return text_cell(method); },
         true,
         false},
    };
}

Table country_table(const ExposureTable& table, bool is_for_people) {
    Table data;
    std::vector<Field> chosen = fields(table);
    std::erase_if(chosen, [is_for_people](const Field& field) {
        return !field.is_present || (is_for_people && !field.is_shown);
    });
    for (const Field& field : chosen) data.columns.push_back(field.column);
    for (const ExposureRow& row : table.rows) {
        std::vector<Cell> cells;
        for (const Field& field : chosen) cells.push_back(field.cell(row));
        data.rows.push_back(std::move(cells));
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

/// The scope as the command line takes it.
std::string scope_code(const Scope& scope) {
    if (!scope.sector.empty()) return scope.sector;
    if (scope.imports && scope.exports) return "all";
    return scope.imports ? "imports" : "exports";
}

/// Which rows have no exact loss, so that nobody has to look for empty cells.
std::string without_solution_line(const ExposureTable& table) {
    std::vector<std::string> codes;
    for (const ExposureRow& row : table.rows) {
        const bool is_missing =
            (row.equilibrium && std::isnan(*row.equilibrium)) ||
            (row.equilibrium_other_profile && std::isnan(*row.equilibrium_other_profile));
        if (is_missing) codes.push_back(row.code);
    }
    if (codes.empty()) return "An equilibrium was found in every row.";
    return fmt::format("No equilibrium was found on one profile at least for: {}.",
                       fmt::join(codes, ", "));
}

bool has_delta(const ExposureTable& table) {
    return std::ranges::any_of(table.rows, [](const ExposureRow& row) {
        return row.interval && row.interval->method == IntervalMethod::delta;
    });
}

std::vector<std::string> legend(const ExposureTable& table) {
    if (table.is_by_sector) {
        return {
            "Imports: parts of ln(1 / (1 - loss from imports)), times 100; they add up over "
            "sectors. Exports: value added sold to the power, in percent of GDP. Closed form, an "
            "approximation of ours."};
    }
    std::vector<std::string> lines;
    if (table.has_equilibrium) {
        lines.push_back(
            fmt::format("Exact: solved in general equilibrium, with wages, prices and trade of all "
                        "countries adjusting, {}, balanced trade; model-based, a central estimate. "
                        "A figure below zero is a gain; empty where no "
                        "equilibrium was found.",
                        horizon_words(table.horizon)));
        lines.push_back(interval_line(table.intervals, has_delta(table)));
    }
    if (!table.added_tariff) {
        lines.push_back(
            fmt::format("Loss in closed form, an approximation of ours: real income lost {} at "
                        "fixed wages, 1 - (1 - imports) (1 - exports). Own: what the power itself "
                        "loses from the same cut.",
                        horizon_words(table.horizon)));
    }
    if (table.horizon.needs_both_profiles()) {
        const Horizon other = table.horizon.with_other_profile();
        lines.push_back(fmt::format(
            "Loss, {}: the same {}. So soon after a change the published time paths lie far apart; "
            "read the two as a range.",
            profile_name(other.profile), horizon_words(other)));
        if (table.has_equilibrium) lines.push_back(without_solution_line(table));
    }
    lines.push_back(
        "Face value: inputs bought from the power per unit of output; look-through: its output "
        "needed at all stages, other countries' goods included; a ratio above one is reliance "
        "hidden in other countries' goods. Spending: the power's value added in final spending. "
        "Est.: estimated part of the trade with the power.");
    if (table.power_parts.size() > 1) {
        lines.push_back(
            "Joint gain: loss from the joint barrier less the losses from one with each part "
            "alone.");
    }
    return lines;
}

std::string barrier_words(const ExposureTable& table) {
    const std::string trade =
        fmt::format("{} with {}", scope_words(table.scope), in_sentence(table.power));
    if (!table.added_tariff) return trade + " stops";
    return fmt::format("buyers add {:g} points to their tariffs on {}", 100.0 * *table.added_tariff,
                       trade);
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
    return table.is_by_sector ? contribution_table(table) : country_table(table, false);
}

Document exposure_document(const ExposureTable& table) {
    Document document{.title = fmt::format("Exposure to {}", in_sentence(table.power))};
    document.introduction.push_back(
        fmt::format("What each economy loses when {}.", barrier_words(table)));
    document.tables.push_back(table.is_by_sector ? contribution_table(table)
                                                 : country_table(table, true));
    document.closing = legend(table);
    document.closing.push_back(world_line(table.world));
    if (!table.world.sources.empty()) document.closing.push_back(sources_line(table.world));
    if (table.has_equilibrium && table.intervals.missing.empty()) {
        document.closing.push_back(layers_line({table.intervals.layer}));
    }
    return document;
}

std::string render(const ExposureTable& table, const Rendering& how) {
    const Table data = exposure_data_table(table);
    const Cell added_tariff = table.added_tariff ? number_cell(*table.added_tariff) : Cell{};
    const JsonObject object{world_field(table.world),
                            {"to", table.power_parts},
                            {"scope", text_cell(scope_code(table.scope))},
                            {"added_tariff", added_tariff},
                            {"horizon", text_cell(horizon_text(table.horizon))},
                            {"profile", text_cell(profile_name(table.horizon.profile))},
                            {"elasticity_share", number_cell(elasticity_share(table.horizon))},
                            {"intervals", interval_object(table.intervals)},
                            {table.is_by_sector ? "contributions" : "countries", data}};
    return detail::render_document(exposure_document(table), data, object, how);
}

}  // namespace entente
