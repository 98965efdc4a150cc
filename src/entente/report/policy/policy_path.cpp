#include "entente/report/policy/policy_path.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/report/fan_chart.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

constexpr std::size_t median = 2;
constexpr int shown_step = 5;
constexpr std::size_t plus_figure = 6;

std::string quantile_name(std::size_t q) {
    return fmt::format("p{}", static_cast<int>(100.0 * path_quantiles[q] + 0.5));
}

Table path_table(const PolicyPathReport& report) {
    const auto names = path_figure_names(report.poles);
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy"},
                            {.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                            {.name = "figure", .title = "Figure"},
                            {.name = "draws", .title = "Draws", .decimals = 0},
                            {.name = "mean", .title = "Mean"}},
                .rows = {}};
    for (std::size_t q = 0; q < path_quantiles.size(); ++q) {
        table.columns.push_back({.name = quantile_name(q), .title = quantile_name(q)});
    }
    for (const PathRow& row : report.rows) {
        table.rows.push_back(
            {text_cell(row.code), text_cell(row.name), number_cell(static_cast<double>(row.year)),
             text_cell(names[row.figure].column), number_cell(static_cast<double>(row.num_draws)),
             number_cell(row.mean)});
        for (const double value : row.quantiles) {
            // A chance has a mean and no quantiles.
            table.rows.back().push_back(row.figure == plus_figure ? Cell{} : number_cell(value));
        }
    }
    return table;
}

Table regime_table(const PolicyPathReport& report) {
    Table table{.title = "Regimes, chances a year",
                .columns = {{.name = "regime", .title = "Regime"},
                            {.name = "measures", .title = "Measures", .decimals = 0}},
                .rows = {}};
    for (const RegimeRow& row : report.regimes) {
        table.columns.push_back({.name = "next_" + row.name, .title = "Next " + row.name});
    }
    for (const RegimeRow& row : report.regimes) {
        if (row.low.empty()) continue;
        table.columns.push_back(
            {.name = "low_" + row.name, .title = row.name, .unit = "5%", .spare = 2});
        table.columns.push_back(
            {.name = "high_" + row.name, .title = row.name, .unit = "95%", .spare = 2});
    }
    table.columns.push_back({.name = "long_run", .title = "Long run", .unit = "part of years"});
    table.columns.push_back(
        {.name = "years_until", .title = "Years until", .unit = report.target, .decimals = 1});
    for (const RegimeRow& row : report.regimes) {
        std::vector<Cell> cells{text_cell(row.name),
                                number_cell(static_cast<double>(row.num_measures))};
        for (const double chance : row.chance) cells.push_back(number_cell(chance));
        for (std::size_t q = 0; q < row.low.size(); ++q) {
            cells.push_back(number_cell(row.low[q]));
            cells.push_back(number_cell(row.high[q]));
        }
        cells.push_back(number_cell(row.long_run));
        cells.push_back(report.target.empty() ? Cell{} : number_cell(row.years_until));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

bool is_shown(const PolicyPathReport& report, int year) {
    return year == report.base_year || year == report.first_policy_year || year == report.until ||
           year % shown_step == 0;
}

std::string fan_text(const PathRow& row, bool is_fan) {
    if (row.num_draws == 0 || !(row.mean == row.mean)) return "";
    if (row.figure == plus_figure) return fmt::format("{:.0f}%", 100.0 * row.mean);
    if (!is_fan) return fmt::format("{:.2f}", row.quantiles[median]);
    return fmt::format("{:.2f} ({:.2f} to {:.2f})", row.quantiles[median], row.quantiles.front(),
                       row.quantiles.back());
}

/// One table a country: years down, figures across.
Table country_table(const PolicyPathReport& report, const std::vector<PathRow>& rows) {
    const auto names = path_figure_names(report.poles);
    Table table{.title = fmt::format("{} ({})", rows.front().name, rows.front().code),
                .columns = {{.name = "year", .title = "Year", .decimals = 0, .is_label = true}},
                .rows = {}};
    for (std::size_t f = 0; f < names.size(); ++f) {
        table.columns.push_back({.name = names[f].column,
                                 .title = names[f].title,
                                 .unit = names[f].unit,
                                 .spare = static_cast<int>(f)});
    }
    for (int year = report.base_year; year <= report.until; ++year) {
        if (!is_shown(report, year)) continue;
        std::vector<Cell> cells{number_cell(static_cast<double>(year))};
        cells.resize(names.size() + 1);
        for (const PathRow& row : rows) {
            if (row.year != year) continue;
            cells[row.figure + 1] = text_cell(fan_text(row, report.num_draws > 0));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// [country] its rows, in order.
std::vector<std::vector<PathRow>> by_country(const PolicyPathReport& report) {
    std::vector<std::vector<PathRow>> groups;
    for (const PathRow& row : report.rows) {
        if (groups.empty() || groups.back().front().code != row.code) groups.emplace_back();
        groups.back().push_back(row);
    }
    return groups;
}

std::vector<std::string> lead(const PolicyPathReport& report) {
    std::vector<std::string> lines;
    if (report.num_draws == 0) {
        lines.emplace_back("One path: the measures of the scenario by their dates, no regimes.");
    } else {
        lines.push_back(fmt::format(
            "{} draws of policy from {} to {}, starting {}; seed {}; {} of them differ. Shown: "
            "median, and in brackets the range of nine draws in ten.",
            report.num_draws, report.first_policy_year, report.until, report.first_regime,
            report.seed, report.num_different));
    }
    if (report.num_failed > 0) {
        lines.push_back(fmt::format("{} paths have no solution and are left out. The first: {}",
                                    report.num_failed, report.failure));
    }
    return lines;
}

std::vector<std::string> closing(const PolicyPathReport& report) {
    std::vector<std::string> lines{
        fmt::format("Each year {:.6g} of all buyers choose their suppliers anew; the others answer "
                    "prices with {:.6g} of their elasticity. A policy counts in the year on whose "
                    "last day it is in force. Nothing else changes after {}: a path is no "
                    "forecast.",
                    report.rate, report.short_run, report.base_year),
        "Welfare: exact change of real income against the base year. Exposure: closed form at the "
        "trade of the year. Reliance and the class by our own definitions, against the base year."};
    if (report.risk_response > 0.0) {
        lines.push_back(fmt::format(
            "The part that chooses anew grows by {:.6g} of itself for certain confrontation.",
            report.risk_response));
    }
    if (!report.history.empty()) lines.push_back(report.history);
    if (report.swing_deviation) {
        lines.push_back(fmt::format(
            "Policy swing: if each regime has the mean US tariff rate of its years in that "
            "history, "
            "the rate has mean {:.1f}% and standard deviation {:.1f} points in the long run.",
            *report.swing_mean, *report.swing_deviation));
    }
    lines.push_back(world_line(report.world));
    return lines;
}

}  // namespace

std::vector<PathFigureName> path_figure_names(const std::array<Pole, 2>& poles) {
    std::vector<PathFigureName> names{{"welfare_pct", "Welfare", "% change"}};
    for (const Pole& pole : poles) {
        names.push_back({fmt::format("trade_share_{}_pct", column_key(pole)),
                         heading(pole) + " share", "% of trade"});
    }
    for (const Pole& pole : poles) {
        names.push_back(
            {fmt::format("exposure_{}_pct", column_key(pole)), heading(pole) + " cut", "% lost"});
    }
    names.push_back({fmt::format("reliance_{}_change", column_key(poles[0])),
                     heading(poles[0]) + " reliance", "log points"});
    names.push_back({fmt::format("{}_plus_probability", column_key(poles[0])),
                     heading(poles[0]) + "-plus", "of draws"});
    return names;
}

std::string render(const PolicyPathReport& report, const Rendering& how) {
    const Table rows = path_table(report);
    Document document{
        .title = fmt::format("{}, {} to {}", report.title, report.base_year, report.until),
        .introduction = lead(report),
        .closing = closing(report)};
    const auto countries = by_country(report);
    for (const auto& country : countries) document.tables.push_back(country_table(report, country));
    const Table regimes = regime_table(report);
    if (!report.regimes.empty()) document.tables.push_back(regimes);
    const auto number = [](double value) { return number_cell(value); };
    std::string text = detail::render_document(
        document, rows,
        {{"scenario", text_cell(report.title)},
         world_field(report.world),
         {"base_year", number(report.base_year)},
         {"first_policy_year", number(report.first_policy_year)},
         {"until", number(report.until)},
         {"zeta", number(report.rate)},
         {"short_run", number(report.short_run)},
         {"risk_response", number(report.risk_response)},
         {"deficits", text_cell(report.deficits)},
         {"draws", number(static_cast<double>(report.num_draws))},
         {"different_paths", number(static_cast<double>(report.num_different))},
         {"failed", number(static_cast<double>(report.num_failed))},
         {"seed", text_cell(std::to_string(report.seed))},
         {"swing_mean_pct", number_cell(report.swing_mean)},
         {"swing_deviation_points", number_cell(report.swing_deviation)},
         {"regimes", regimes},
         {"rows", rows}},
        how);
    if (how.format != Format::html) return text;
    std::string charts;
    for (const auto& country : countries) {
        if (charts.size() > 400000) break;
        charts += country_fan_charts(country, path_figure_names(report.poles));
    }
    const std::size_t footer = text.find("<footer>");
    return footer == std::string::npos ? text : text.insert(footer, charts);
}

}  // namespace entente
