#include "entente/report/policy/reallocation.hpp"

#include <fmt/format.h>

#include <numeric>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Cell percent(double share) {
    return number_cell(100.0 * share);
}

Cell count(std::size_t number) {
    return number_cell(static_cast<double>(number));
}

std::string rising_word(const ReallocationSeries& series) {
    if (!series.is_rising()) return "no";
    return series.was_rising() ? "yes" : "last year only";
}

Table summary_table(const Reallocation& reallocation) {
    Table table{
        .columns =
            {{.name = "source", .title = "Source"},
             {.name = "iso3", .title = "Code"},
             {.name = "first", .title = "From"},
             {.name = "last", .title = "To"},
             {.name = "mean_speed_pct", .title = "Speed", .unit = "% a year"},
             {.name = "slope_pp_a_year", .title = "Trend", .unit = "pp a year", .decimals = 3},
             {.name = "slope_se", .title = "s.e.", .unit = "HAC", .decimals = 3},
             {.name = "hac_lags", .title = "Lags", .decimals = 0, .spare = 2},
             {.name = "p_value", .title = "p", .decimals = 3},
             {.name = "placebo_share", .title = "Placebo", .unit = "share", .decimals = 3},
             {.name = "window_years", .title = "Window", .unit = "years", .decimals = 0},
             {.name = "window_share", .title = "Windows", .unit = "share", .decimals = 2},
             {.name = "slope_before_last_year_pp",
              .title = "Trend",
              .unit = "less last",
              .decimals = 3},
             {.name = "p_value_before_last_year", .title = "p", .unit = "less last", .decimals = 3},
             {.name = "rising", .title = "Rising"}},
        .rows = {}};
    for (const ReallocationSeries& series : reallocation.series) {
        table.rows.push_back(
            {text_cell(series.source), text_cell(reallocation.country),
             text_cell(series.periods.front()), text_cell(series.periods.back()),
             percent(series.mean_speed()), percent(series.slope), percent(series.standard_error),
             count(series.lags), number_cell(series.p_value), number_cell(series.placebo_share),
             count(series.window_years), number_cell(series.window_share),
             percent(series.slope_before_last_year), number_cell(series.p_value_before_last_year),
             text_cell(rising_word(series))});
    }
    return table;
}

Table period_table(const Reallocation& reallocation) {
    Table table{.columns = {{.name = "source", .title = "Source"},
                            {.name = "iso3", .title = "Code"},
                            {.name = "period", .title = "Period"},
                            {.name = "speed_pct", .title = "Speed", .unit = "% a year"}},
                .rows = {}};
    for (const ReallocationSeries& series : reallocation.series) {
        for (std::size_t t = 0; t < series.speed.size(); ++t) {
            table.rows.push_back({text_cell(series.source), text_cell(reallocation.country),
                                  text_cell(series.periods[t]), percent(series.speed[t])});
        }
    }
    return table;
}

std::string verdict(const Reallocation& reallocation, const ReallocationSeries& series) {
    const std::string figures =
        fmt::format("{:+.3f} points a year, p {:.3f}; {:.1f}% of the placebo orders rise as much",
                    100.0 * series.slope, series.p_value, 100.0 * series.placebo_share);
    if (series.is_rising() && series.was_rising()) {
        return fmt::format("{}: the data support that {} changes its suppliers ever faster ({}).",
                           series.source, reallocation.country, figures);
    }
    if (series.is_rising()) {
        return fmt::format(
            "{}: {} changes its suppliers faster ({}), but only with the last year: without it the "
            "trend is {:+.3f}, p {:.3f}. One fast year is no rising pace.",
            series.source, reallocation.country, figures, 100.0 * series.slope_before_last_year,
            series.p_value_before_last_year);
    }
    return fmt::format(
        "{}: the data do not support that {} changes its suppliers ever faster ({}).",
        series.source, reallocation.country, figures);
}

std::vector<std::string> legend(const Reallocation& reallocation) {
    std::vector<std::string> lines{
        "Speed: half the sum over partners of the absolute change of their share in imports within "
        "a year, our definition; 1% = one dollar of imports in a hundred changed suppliers. The "
        "monthly source compares sums of twelve months with those a year before, so that seasons "
        "drop out.",
        "Rising: the trend is above zero with p of at most 0.05, and at most 5% of the placebo "
        "orders rise as much. s.e.: Newey-West over the lags shown. Placebo: the same series with "
        "whole years in random order. Windows: share of all windows of that many years whose trend "
        "is at least that of the last one. Less last: the trend without the last year.",
        fmt::format("For comparison: the published time paths of the trade elasticity imply that "
                    "{:.0f}% (standard) or {:.0f}% (slow) of supply relations are renewed a year. "
                    "Speed is smaller: a renewed relation may stay in the same country.",
                    100.0 * reallocation.renewal_standard, 100.0 * reallocation.renewal_slow),
        "Sources count different trade with different partners: never join or compare their "
        "levels."};
    for (const ReallocationSeries& series : reallocation.series) {
        lines.push_back(fmt::format("{}: {}.", series.source, series.trade));
    }
    for (const std::string& line : reallocation.missing) lines.push_back(line);
    return lines;
}

Document document_of(const Reallocation& reallocation) {
    Document document{.title =
                          fmt::format("How fast {} changes its suppliers", reallocation.country)};
    for (const ReallocationSeries& series : reallocation.series) {
        document.introduction.push_back(verdict(reallocation, series));
    }
    document.tables.push_back(summary_table(reallocation));
    if (reallocation.has_periods) document.tables.push_back(period_table(reallocation));
    document.closing = legend(reallocation);
    return document;
}

}  // namespace

bool ReallocationSeries::is_rising() const {
    return slope > 0.0 && p_value <= rising_level && placebo_share <= rising_level;
}

bool ReallocationSeries::was_rising() const {
    return slope_before_last_year > 0.0 && p_value_before_last_year <= rising_level;
}

double ReallocationSeries::mean_speed() const {
    return std::accumulate(speed.begin(), speed.end(), 0.0) / static_cast<double>(speed.size());
}

std::string render(const Reallocation& reallocation, const Rendering& how) {
    const Table summary = summary_table(reallocation);
    const Table periods = period_table(reallocation);
    const JsonObject object{{"iso3", text_cell(reallocation.country)},
                            {"renewal_standard", number_cell(reallocation.renewal_standard)},
                            {"renewal_slow", number_cell(reallocation.renewal_slow)},
                            {"missing", reallocation.missing},
                            {"sources", summary},
                            {"periods", periods}};
    return detail::render_document(document_of(reallocation),
                                   reallocation.has_periods ? periods : summary, object, how);
}

}  // namespace entente
