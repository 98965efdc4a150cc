#include "entente/report/hedging/history.hpp"

#include <fmt/format.h>

#include <map>

#include "entente/report/marks_chart.hpp"
#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Cell whole(std::optional<std::size_t> number) {
    return number ? number_cell(static_cast<double>(*number)) : Cell{};
}

Table mark_table(const HedgingHistory& history) {
    const auto key = [&](std::size_t g) { return column_key(Pole{history.poles[g], {}}); };
    Table table{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "channel", .title = "Channel"},
             {.name = "kind", .title = "What", .spare = 4},
             {.name = "year", .title = "Year", .decimals = 0, .is_label = true},
             {.name = "period", .title = "Period", .spare = 3},
             {.name = "publisher", .title = "Publisher"},
             {.name = "tie_" + key(anchor_pole),
              .title = history.poles[anchor_pole],
              .unit = "tie"},
             {.name = "tie_" + key(rival_pole), .title = history.poles[rival_pole], .unit = "tie"},
             {.name = "level", .title = "Smaller", .unit = "tie", .spare = 2},
             {.name = "movement", .title = "Movement", .unit = "of the tie"},
             {.name = "movement_since",
              .title = "since",
              .decimals = 0,
              .spare = 1,
              .is_label = true},
             {.name = "signals", .title = "Acts", .unit = "0 to 1"},
             {.name = "num_acts", .title = "Acts", .unit = "number", .decimals = 0, .spare = 1},
             {.name = "score", .title = "Score", .decimals = 1},
             {.name = "score_low", .title = "5%", .decimals = 1},
             {.name = "score_high", .title = "95%", .decimals = 1}},
        .rows = {},
        .notes = {"Levels of two publishers may not be compared; movement is within one "
                  "publisher. Years without a mark have no figures."}};
    for (const HistoryMark& mark : history.marks) {
        std::optional<double> since;
        if (mark.movement_since) since = static_cast<double>(*mark.movement_since);
        std::vector<Cell> row{text_cell(mark.code),
                              text_cell(mark.channel),
                              text_cell(mark.kind),
                              number_cell(static_cast<double>(mark.year)),
                              text_cell(mark.period),
                              text_cell(mark.publisher),
                              number_cell(mark.tie[anchor_pole]),
                              number_cell(mark.tie[rival_pole]),
                              number_cell(mark.level),
                              number_cell(mark.movement),
                              number_cell(since),
                              number_cell(mark.signals),
                              whole(mark.num_acts)};
        row.push_back(mark.score ? number_cell(mark.score->median) : Cell{});
        row.push_back(mark.score ? number_cell(mark.score->low) : Cell{});
        row.push_back(mark.score ? number_cell(mark.score->high) : Cell{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Figure score_chart(const HedgingHistory& history, const std::string& code) {
    MarksChart chart{.title = fmt::format("Hedging activity of {}", code),
                     .unit = "0 to 100, with 90% intervals",
                     .low = 0.0,
                     .high = 100.0,
                     .series = {{.name = "score"}}};
    for (const HistoryMark& mark : history.marks) {
        if (mark.code != code || !mark.score) continue;
        chart.series[0].marks.push_back({static_cast<double>(mark.year), mark.score->median,
                                         mark.score->low, mark.score->high});
        chart.description += fmt::format("{}{}: {:.0f}, from {:.0f} to {:.0f}",
                                         chart.description.empty() ? "" : "; ", mark.year,
                                         mark.score->median, mark.score->low, mark.score->high);
    }
    chart.description += ".";
    return drawn(chart);
}

/// One drawing of the smaller tie by publisher; more publishers than shapes never stand together.
Figure level_chart(const HedgingHistory& history, const std::string& code,
                   const std::string& channel) {
    MarksChart chart{.title = fmt::format("{}: smaller tie in {}", code, channel),
                     .unit = "0 to 1; marks of two publishers may not be compared"};
    std::map<std::string, std::size_t> place;
    for (const HistoryMark& mark : history.marks) {
        const auto value = mark.level ? mark.level : mark.tie[rival_pole];
        if (mark.code != code || mark.channel != channel || mark.kind != "level" || !value)
            continue;
        const auto [at, is_new] = place.emplace(mark.publisher, chart.series.size());
        if (is_new) chart.series.push_back({.name = mark.publisher});
        chart.series[at->second].marks.push_back({static_cast<double>(mark.year), *value});
    }
    for (const auto& series : chart.series) {
        chart.description += fmt::format("{}:", series.name);
        for (const auto& mark : series.marks) {
            chart.description += fmt::format(" {:.0f} {:.2f}", mark.year, mark.value);
        }
        chart.description += ". ";
    }
    return drawn(chart);
}

}  // namespace

std::string render(const HedgingHistory& history, const Rendering& how) {
    const Table table = mark_table(history);
    Document document{
        .title = "Hedging at the times there are figures for",
        .introduction = {fmt::format(
            "Powers {} and {}; scores from {} draws, seed {}, with the acts known at the end of "
            "the year. Definitions of ours.",
            history.poles[anchor_pole], history.poles[rival_pole], history.legend.num_draws,
            history.legend.seed)},
        .tables = {table},
        .closing = {"Trade and technology: strength of ties, 0 to 1, against the fixed panel. "
                    "Diplomacy: five years of votes. Finance: the rival's side alone. Acts: .5 is "
                    "the average balance; no mark without own acts.",
                    layers_line(history.legend.layers)}};
    // One economy is drawn; a page of all would hold hundreds of drawings.
    if (history.codes.size() == 1) {
        document.figures.push_back(score_chart(history, history.codes.front()));
        for (const char* channel : channel_names) {
            document.figures.push_back(level_chart(history, history.codes.front(), channel));
        }
    }
    return detail::render_document(
        document, table,
        {{"poles", std::vector<std::string>(history.poles.begin(), history.poles.end())},
         {"draws", number_cell(static_cast<double>(history.legend.num_draws))},
         {"seed", number_cell(static_cast<double>(history.legend.seed))},
         {"marks", table}},
        how);
}

}  // namespace entente
