#include "entente/report/alignment/positions_table.hpp"

#include <fmt/format.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

constexpr const char* without_bridges =
    "In each year the states that voted have mean 0 and standard deviation 1, so a change of all "
    "at once is not seen.";
constexpr const char* with_bridges =
    "The first column has mean 0 and standard deviation 1 over all years together, so a change of "
    "all states at once is seen; the other two have it in each year.";

Table data_table(const PositionsTable& positions) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                            {.name = "smoothed", .title = "Position", .unit = "all years"},
                            {.name = "smoothed_error", .title = "Error", .spare = 2},
                            {.name = "filtered", .title = "Position", .unit = "to the year"},
                            {.name = "yearly", .title = "Position", .unit = "year alone"},
                            {.name = "votes_cast", .title = "Votes", .decimals = 0, .spare = 1},
                            {.name = "few_votes", .title = "Few", .spare = 3}},
                .rows = {}};
    if (positions.has_intervals) {
        table.columns.push_back({.name = "smoothed_low", .title = "90%", .unit = "low"});
        table.columns.push_back({.name = "smoothed_high", .title = "interval", .unit = "high"});
    }
    for (const PositionRow& row : positions.rows) {
        std::vector<Cell> cells{text_cell(row.state),        number_cell(row.year),
                                number_cell(row.smoothed),   number_cell(row.smoothed_error),
                                number_cell(row.filtered),   number_cell(row.yearly),
                                number_cell(row.votes_cast), text_cell(row.is_thin ? "few" : "")};
        if (positions.has_intervals) {
            cells.push_back(number_cell(row.low));
            cells.push_back(number_cell(row.high));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::vector<std::string> legend(const PositionsTable& positions) {
    std::vector<std::string> lines{
        std::string("Larger is nearer to the United States. ") +
            (positions.num_bridges > 0 ? with_bridges : without_bridges) +
            " All years: knows later votes, to show. To the year: knows none, to predict. Year "
            "alone: for events.",
        "A model of ours after Bailey, Strezhnev and Voeten (2017): docs/theory/positions.md. The "
        "error takes roll calls as known and is too small. Few: under 10 votes in the year."};
    if (positions.has_intervals) {
        lines.push_back("Interval: central 90% of draws of the same model, for all years.");
    }
    if (positions.is_estimated) {
        lines.push_back(fmt::format(
            "Estimated from {} roll calls ({}) in {} passes; the last moved no position by more "
            "than {:.1e}{}.",
            positions.num_roll_calls, positions.variant, positions.num_passes,
            positions.last_change,
            positions.is_converged ? "" : ": it did not come to rest, use with care"));
    } else {
        lines.push_back("Read from the layer of positions; --estimate estimates anew.");
    }
    if (positions.num_bridges > 0) {
        lines.push_back(fmt::format(
            "Bridges: {} roll calls in {} groups, of one title in different years, share slope and "
            "cuts in the positions of all years. Texts may have been amended in between.",
            positions.num_bridged, positions.num_bridges));
    }
    if (positions.difference_from_stored) {
        lines.push_back(fmt::format("Largest difference from the stored positions: {:.1e}.",
                                    *positions.difference_from_stored));
    }
    if (!positions.written.empty()) {
        lines.push_back(fmt::format("Wrote the layer {}.", positions.written));
    }
    return lines;
}

}  // namespace

std::string render(const PositionsTable& positions, const Rendering& how) {
    const Table data = data_table(positions);
    Document document{.title = "Positions in the General Assembly"};
    document.introduction.push_back(
        fmt::format("Where states stand by their votes; roll calls: {}.", positions.variant));
    document.tables.push_back(data);
    document.closing = legend(positions);
    document.closing.push_back(world_line(positions.layer));
    const auto figure = [&](double value) {
        return positions.is_estimated ? number_cell(value) : Cell{};
    };
    const JsonObject object{
        world_field(positions.layer),
        {"variant", text_cell(positions.variant)},
        {"source", text_cell(positions.is_estimated ? "estimated" : "stored")},
        {"roll_calls", figure(static_cast<double>(positions.num_roll_calls))},
        {"passes", figure(static_cast<double>(positions.num_passes))},
        {"last_change", figure(positions.last_change)},
        {"bridges", figure(static_cast<double>(positions.num_bridges))},
        {"bridged_roll_calls", figure(static_cast<double>(positions.num_bridged))},
        {"difference_from_stored", number_cell(positions.difference_from_stored)},
        {"positions", data}};
    return detail::render_document(document, data, object, how);
}

}  // namespace entente
