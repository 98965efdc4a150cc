#include "entente/report/policy/solution.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/policy/responses.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Cell percent(double share) {
    return number_cell(100.0 * share);
}

Table country_table(const Solution& solution) {
    Table table{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "name", .title = "Economy"},
             {.name = "welfare_pct", .title = "Welfare", .unit = "exact %"},
             {.name = "real_wage_pct", .title = "Real wage", .unit = "%"},
             {.name = "welfare_first_order_pct", .title = "Welfare", .unit = "1st order %"},
             {.name = "terms_of_trade_pct", .title = "Terms", .unit = "of trade %", .spare = 2},
             {.name = "volume_of_trade_pct", .title = "Volume", .unit = "of trade %", .spare = 2},
             {.name = "technical_efficiency_pct", .title = "Efficiency", .unit = "%", .spare = 4},
             {.name = "income_pct", .title = "Income", .unit = "%", .spare = 3},
             {.name = "price_index_pct", .title = "Prices", .unit = "%", .spare = 3},
             {.name = "exports_pct", .title = "Exports", .unit = "%", .spare = 1},
             {.name = "imports_pct", .title = "Imports", .unit = "%", .spare = 1},
             {.name = "tariff_revenue",
              .title = "Revenue",
              .unit = "before",
              .decimals = 0,
              .spare = 5},
             {.name = "tariff_revenue_new",
              .title = "Revenue",
              .unit = "after",
              .decimals = 0,
              .spare = 5}},
        .rows = {}};
    const auto& other = solution.other_profile;
    const std::string other_name = other ? profile_name(other->horizon.profile) : "";
    if (other) {
        table.columns.insert(table.columns.begin() + 3,
                             {.name = fmt::format("welfare_{}_pct", other_name),
                              .title = "Welfare",
                              .unit = other_name + " %"});
    }
    for (const SolutionRow& row : solution.rows) {
        table.rows.push_back(
            {text_cell(row.code), text_cell(row.name), percent(row.welfare), percent(row.real_wage),
             percent(row.welfare_first_order), percent(row.terms_of_trade),
             percent(row.volume_of_trade), percent(row.technical_efficiency), percent(row.income),
             percent(row.price_index), percent(row.exports), percent(row.imports),
             number_cell(row.tariff_revenue), number_cell(row.tariff_revenue_new)});
        if (!other) continue;
        const auto& cell = row.welfare_other_profile;
        table.rows.back().insert(table.rows.back().begin() + 3, cell ? percent(*cell) : Cell{});
    }
    return table;
}

/// Change from one amount to another; empty where there was none.
Cell change_cell(double before, double after) {
    return before > 0.0 ? number_cell(100.0 * (after / before - 1.0)) : Cell{};
}

Table sector_table(const Solution& solution) {
    const std::string& unit = solution.world.unit;
    Table table{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "sector", .title = "Sector"},
             {.name = "gross_output", .title = "Output", .unit = unit, .decimals = 0},
             {.name = "gross_output_new", .title = "After", .unit = unit, .decimals = 0},
             {.name = "gross_output_pct", .title = "Output", .unit = "%"},
             {.name = "expenditure", .title = "Spending", .unit = unit, .decimals = 0, .spare = 1},
             {.name = "expenditure_new", .title = "After", .unit = unit, .decimals = 0, .spare = 1},
             {.name = "expenditure_pct", .title = "Spending", .unit = "%"},
             {.name = "price_index_pct", .title = "Price", .unit = "%"},
             {.name = "unit_cost_pct", .title = "Cost", .unit = "%"}},
        .rows = {}};
    for (const SectorRow& row : solution.sectors) {
        table.rows.push_back({text_cell(row.country), text_cell(row.sector),
                              number_cell(row.gross_output), number_cell(row.gross_output_new),
                              change_cell(row.gross_output, row.gross_output_new),
                              number_cell(row.expenditure), number_cell(row.expenditure_new),
                              change_cell(row.expenditure, row.expenditure_new),
                              percent(row.price_index), percent(row.unit_cost)});
    }
    return table;
}

Table bilateral_table(const Solution& solution) {
    Table table{.columns = {{.name = "sector", .title = "Sector"},
                            {.name = "origin", .title = "From"},
                            {.name = "destination", .title = "To"},
                            {.name = "value", .title = "Before", .unit = solution.world.unit},
                            {.name = "value_new", .title = "After", .unit = solution.world.unit},
                            {.name = "change_pct", .title = "Change", .unit = "%"}},
                .rows = {}};
    for (const BilateralRow& row : solution.bilateral) {
        table.rows.push_back({text_cell(row.sector), text_cell(row.origin),
                              text_cell(row.destination), number_cell(row.value),
                              number_cell(row.value_new), change_cell(row.value, row.value_new)});
    }
    return table;
}

JsonObject certificate_object(const Certificate& certificate) {
    return {{"converged", certificate.is_converged},
            {"message", text_cell(certificate.message)},
            {"residual", number_cell(certificate.residual)},
            {"passes", number_cell(static_cast<double>(certificate.passes))},
            {"seconds", number_cell(certificate.seconds)},
            {"baseline_seconds", number_cell(certificate.baseline_seconds)},
            {"walras", number_cell(certificate.walras)},
            {"homogeneity", number_cell(certificate.homogeneity)}};
}

std::string day_line(const MeasureDay& day) {
    return fmt::format("In force on {}: {} of {} measures.", day.day, day.num_in_force,
                       day.num_measures);
}

// Where a share is given, the scenario file says so.
constexpr std::string_view products_line =
    "Products: their shares of sectors are those of what the exporter sold to the United States in "
    "2024 (estimated for other buyers), unless the scenario gives a share.";

std::string without_effect_line(const std::vector<std::string>& kinds) {
    return fmt::format(
        "No effect on trade in this model: {}. These measures were checked and "
        "change nothing here.",
        fmt::join(kinds, ", "));
}

std::string other_profile_line(const OtherProfile& other) {
    return fmt::format(
        "Welfare, {}: the same {}. So soon after a change the published time paths lie far apart; "
        "read the two figures as a range. {}",
        profile_name(other.horizon.profile), horizon_words(other.horizon), other.message);
}

/// What data files hold.
Table data_table(const Solution& solution) {
    if (solution.gradient) return detail::welfare_gradient_table(*solution.gradient);
    if (solution.path) return detail::welfare_path_table(*solution.path);
    if (solution.is_by_sector) return sector_table(solution);
    return solution.is_bilateral ? bilateral_table(solution) : country_table(solution);
}

Table shown_table(const Solution& solution) {
    return solution.gradient ? detail::steepest_table(*solution.gradient) : data_table(solution);
}

std::vector<std::string> legend(const Solution& solution) {
    const Certificate& certificate = solution.certificate;
    std::vector<std::string> lines;
    if (solution.gradient) {
        lines = detail::welfare_gradient_legend(*solution.gradient);
    } else if (solution.path) {
        lines = detail::welfare_path_legend(*solution.path);
    } else if (solution.is_by_sector) {
        lines.emplace_back(
            "Output and spending at constant world value added, spending with tariffs. Price: of "
            "buying the sector's goods from all sellers; cost: of making them.");
    } else if (solution.is_bilateral) {
        lines.emplace_back(
            "Trade net of tariffs, own sales included, at constant world value added.");
    } else {
        lines = {
            "Welfare, exact: real income, I/P, after over before. Welfare, 1st order: terms of "
            "trade plus volume of trade plus efficiency at base weights, the figure the "
            "literature prints; for large changes the two differ, even in sign.",
            fmt::format("Changes against the solved baseline, {}, at constant world value added. "
                        "Exports and imports in value, net of tariffs. Central estimates: no "
                        "interval is computed yet.",
                        horizon_words(solution.horizon))};
        if (solution.other_profile) lines.push_back(other_profile_line(*solution.other_profile));
    }
    for (std::string& line : detail::response_lines(solution)) lines.push_back(std::move(line));
    lines.push_back(fmt::format(
        "Certificate: {} Excess demand {:.1e} of GDP; from doubled wages the same to {:.1e}. "
        "Deficits: {}.",
        certificate.message, certificate.walras, certificate.homogeneity, solution.deficits));
    if (solution.day) lines.push_back(day_line(*solution.day));
    if (!solution.without_effect.empty()) {
        lines.push_back(without_effect_line(solution.without_effect));
    }
    if (solution.has_products) lines.emplace_back(products_line);
    if (!solution.capped_sectors.empty()) {
        lines.push_back(fmt::format("Warning: the trade elasticity is capped in {}.",
                                    fmt::join(solution.capped_sectors, ", ")));
    }
    if (!solution.sources.empty()) {
        lines.push_back(
            fmt::format("Sources of the scenario: {}.", fmt::join(solution.sources, "; ")));
    }
    lines.push_back(world_line(solution.world));
    if (!solution.world.sources.empty()) lines.push_back(sources_line(solution.world));
    return lines;
}

}  // namespace

std::string render(const Solution& solution, const Rendering& how) {
    const Table table = data_table(solution);
    const Document document{
        .title = solution.title, .tables = {shown_table(solution)}, .closing = legend(solution)};
    JsonObject object{{"scenario", text_cell(solution.title)},
                      world_field(solution.world),
                      {"deficits", text_cell(solution.deficits)},
                      {"horizon", text_cell(horizon_text(solution.horizon))},
                      {"profile", text_cell(profile_name(solution.horizon.profile))},
                      {"elasticity_share", number_cell(elasticity_share(solution.horizon))},
                      {"countries", country_table(solution)}};
    if (solution.is_bilateral) object.push_back({"bilateral", table});
    if (solution.is_by_sector) object.push_back({"sectors", table});
    if (solution.gradient) object.push_back({"gradient", table});
    if (solution.path) {
        object.push_back({"decomposition", table});
        object.push_back({"path", detail::welfare_path_certificate(*solution.path)});
    }
    if (solution.day) {
        object.push_back({"day", text_cell(solution.day->day)});
        object.push_back(
            {"measures_in_force", number_cell(static_cast<double>(solution.day->num_in_force))});
    }
    if (!solution.without_effect.empty()) {
        object.push_back({"without_effect_on_trade",
                          text_cell(fmt::format("{}", fmt::join(solution.without_effect, ",")))});
    }
    if (solution.has_products) object.push_back({"product_weights", text_cell("estimated")});
    detail::add_responses(solution, object);
    object.push_back({"certificate", certificate_object(solution.certificate)});
    return detail::render_document(document, table, object, how);
}

std::string render(const Validation& validation, const Rendering& how) {
    const Table table{.columns = {{.name = "file", .title = "File"},
                                  {.name = "title", .title = "Scenario"},
                                  {.name = "world", .title = "World"},
                                  {.name = "measures", .title = "Measures", .decimals = 0},
                                  {.name = "cells", .title = "Cells changed", .decimals = 0},
                                  {.name = "trade_share",
                                   .title = "Trade",
                                   .unit = "% of world",
                                   .shown_scale = 100.0}},
                      .rows = {{text_cell(validation.file), text_cell(validation.title),
                                text_cell(validation.world.name),
                                number_cell(static_cast<double>(validation.num_measures)),
                                number_cell(static_cast<double>(validation.num_cells)),
                                number_cell(validation.trade_share)}}};
    Document document{.title = fmt::format("{} is a valid scenario", validation.file),
                      .tables = {table},
                      .closing = {world_line(validation.world)}};
    if (validation.day) {
        document.closing.insert(document.closing.begin(), day_line(*validation.day));
    }
    if (!validation.without_effect.empty()) {
        document.closing.insert(document.closing.begin(),
                                without_effect_line(validation.without_effect));
    }
    if (validation.has_products) {
        document.closing.insert(document.closing.begin(), std::string(products_line));
    }
    return detail::render_document(document, table, {{"scenarios", table}}, how);
}

}  // namespace entente
