#include "entente/report/risk/early_warning.hpp"

#include <fmt/format.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table indicator_table(const EarlyWarningReport& report) {
    Table table{
        .title = "Indicators",
        .columns =
            {{.name = "indicator", .title = "Indicator"},
             {.name = "tau", .title = "Trend", .unit = "tau", .decimals = 2},
             {.name = "p_value", .title = "p", .decimals = 3},
             {.name = "false_alarm_rate",
              .title = "False alarms",
              .unit = "%",
              .decimals = 1,
              .shown_scale = 100.0},
             {.name = "power", .title = "Power", .unit = "%", .decimals = 1, .shown_scale = 100.0}},
        .rows = {}};
    for (const WarningIndicator& one : report.indicators) {
        table.rows.push_back({text_cell(one.name), number_cell(one.tau), number_cell(one.p_value),
                              number_cell(one.false_alarm_rate), number_cell(one.power)});
    }
    table.notes = {
        fmt::format("p: share of {} series without any change whose trend is as strong. False "
                    "alarms: share of {} unchanging series of this length with p below {}; power: "
                    "the same for simulated series on the way to a tipping point.",
                    report.num_surrogates, report.num_series, report.level),
        "Where power is not far above false alarms, no warning means little and a warning hardly "
        "more."};
    return table;
}

Table year_table(const EarlyWarningReport& report) {
    Table table{
        .title = "By year",
        .columns = {{.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                    {.name = "agreement", .title = "Agreement", .unit = "kappa", .decimals = 3},
                    {.name = "trend", .title = "Trend", .decimals = 3},
                    {.name = "autocorrelation", .title = "Autocorrelation", .decimals = 3},
                    {.name = "variance", .title = "Variance", .decimals = 5}},
        .rows = {}};
    for (const WarningYear& year : report.years) {
        table.rows.push_back({number_cell(year.year), number_cell(year.agreement),
                              number_cell(year.trend), number_cell(year.autocorrelation),
                              number_cell(year.variance)});
    }
    return table;
}

}  // namespace

std::string render(const EarlyWarningReport& report, const Rendering& how) {
    const Table indicators = indicator_table(report);
    const Table years = year_table(report);
    bool warns = false;
    for (const WarningIndicator& one : report.indicators) {
        warns = warns || one.p_value < report.level;
    }
    const Document document{
        .title = fmt::format("Early warning: votes of {} with {}", report.country, report.power),
        .introduction =
            {fmt::format("{} at the level {}: {} years, windows of {}.",
                         warns ? "A sign of slowing down" : "No sign of slowing down", report.level,
                         report.years.size(), report.window),
             "Systems near a tipping point recover more slowly, which raises autocorrelation and "
             "variance. Short yearly series seldom show it."},
        .tables = {indicators, years},
        .closing = {"Agreement: kappa of the votes of each year, with at least ten joint votes; "
                    "missing years are left out.",
                    fmt::format("Persistence of the surrogates {:.2f}; seed {}. {}",
                                report.persistence, report.seed, layers_line(report.layers))}};
    const JsonObject object{{"country", text_cell(report.country)},
                            {"pole", text_cell(report.power)},
                            {"window", number_cell(static_cast<double>(report.window))},
                            {"indicators", indicators},
                            {"years", years}};
    return detail::render_document(document, how.format == Format::csv ? years : indicators, object,
                                   how);
}

}  // namespace entente
