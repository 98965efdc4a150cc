#include "entente/report/alignment/vote_tables.hpp"

#include <fmt/format.h>

#include <limits>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

std::string marks_line() {
    return "From 2019 on the publisher marks disarmament, colonialism and economic development on "
           "the same roll calls: these three cannot be told apart.";
}

Table alignment_rows(const AlignmentTable& shown) {
    Table table{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "to", .title = "With"},
             {.name = "votes", .title = "Votes"},
             {.name = "first_year", .title = "From", .decimals = 0, .is_label = true},
             {.name = "last_year", .title = "To", .decimals = 0, .is_label = true},
             {.name = "num_votes", .title = "Joint votes", .decimals = 0},
             {.name = "kappa", .title = "kappa", .decimals = 3},
             {.name = "drift", .title = "Drift", .unit = "of kappa", .decimals = 3},
             {.name = "s", .title = "S", .decimals = 3, .spare = 2},
             {.name = "pi", .title = "pi", .decimals = 3, .spare = 1},
             {.name = "position_distance", .title = "Distance", .unit = "of positions", .spare = 3},
             {.name = "position_distance_error", .title = "Error", .spare = 5},
             {.name = "position_distance_drift",
              .title = "Drift",
              .unit = "of distance",
              .spare = 4},
             {.name = "defence_obligation", .title = "Defence", .spare = 3},
             {.name = "troops", .title = "Troops", .decimals = 0, .spare = 4}},
        .rows = {},
        .notes = {}};
    for (const AlignmentRow& row : shown.rows) {
        const auto figure = [&](double VoteSimilarity::*member) {
            return row.similarity ? number_cell((*row.similarity).*member) : Cell{};
        };
        table.rows.push_back(
            {text_cell(row.code), text_cell(row.to), text_cell(row.votes),
             number_cell(static_cast<double>(row.first_year)),
             number_cell(static_cast<double>(row.last_year)),
             row.similarity ? number_cell(static_cast<double>(row.similarity->num_votes)) : Cell{},
             figure(&VoteSimilarity::kappa), number_cell(row.drift), figure(&VoteSimilarity::s),
             figure(&VoteSimilarity::pi), number_cell(row.distance),
             number_cell(row.distance_error), number_cell(row.distance_drift),
             number_cell(row.defence),
             row.troops ? number_cell(static_cast<double>(*row.troops)) : Cell{}});
    }
    return table;
}

Table isolation_rows(const IsolationTable& shown) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "first_year", .title = "From", .decimals = 0, .is_label = true},
                    {.name = "last_year", .title = "To", .decimals = 0, .is_label = true},
                    {.name = "issue", .title = "Issue"},
                    {.name = "votes_cast", .title = "Cast", .decimals = 0},
                    {.name = "yes_or_no", .title = "Yes or no", .decimals = 0, .spare = 1},
                    {.name = "lost", .title = "Lost", .decimals = 0, .spare = 2},
                    {.name = "lost_share",
                     .title = "Lost",
                     .unit = "% of yes or no",
                     .decimals = 1,
                     .shown_scale = 100.0},
                    {.name = "coalition_share",
                     .title = "With it",
                     .unit = "% of others",
                     .decimals = 1,
                     .shown_scale = 100.0},
                    {.name = "nearly_alone", .title = "With five or fewer", .decimals = 0}},
        .rows = {},
        .notes = {}};
    for (const IsolationRow& row : shown.rows) {
        const VoteRecord& record = row.record;
        table.rows.push_back({text_cell(row.code), number_cell(static_cast<double>(row.first_year)),
                              number_cell(static_cast<double>(row.last_year)),
                              text_cell(row.issue.empty() ? "all" : row.issue),
                              number_cell(static_cast<double>(record.num_cast)),
                              number_cell(static_cast<double>(record.num_taken_sides)),
                              number_cell(static_cast<double>(record.num_lost)),
                              number_cell(record.lost_share()), number_cell(record.coalition_share),
                              number_cell(static_cast<double>(record.num_nearly_alone))});
    }
    return table;
}

}  // namespace

std::string render(const AlignmentTable& shown, const Rendering& how) {
    const Table table = alignment_rows(shown);
    Document document{
        .title = "Votes in the General Assembly: with whom",
        .introduction = {"kappa 1: always the same; 0: as chance alone would give; below 0: "
                         "against each other. Drift: since the window of equal length before."},
        .tables = {table},
        .closing = {
            fmt::format("Empty: fewer than {} joint votes, or not a member.", shown.fewest_votes),
            "Without Palestine: the publisher's mark. Without Ukraine: without roll calls in which "
            "Russia voted no and Ukraine yes, wider than votes on the war (ours; the layer has no "
            "titles).",
            "Distance: of the two positions at the end of the window, estimated from all roll "
            "calls, in standard deviations of that year's states, on rows of all votes; its drift "
            "is since the year before the window. Defence: obligation toward the power, .25 = by "
            "the Rio Treaty alone (ours, from treaties). Troops: of the United States, at the "
            "end of the window.",
            marks_line(), world_line(shown.layer)}};
    for (const WorldStamp& layer : shown.further) document.closing.push_back(world_line(layer));
    return detail::render_document(document, table, {world_field(shown.layer), {"rows", table}},
                                   how);
}

std::string render(const IsolationTable& shown, const Rendering& how) {
    const Table table = isolation_rows(shown);
    const Document document{
        .title = "Votes in the General Assembly: how often in vain, and with how many",
        .introduction = {"Lost: yes without a majority, or no against one. With it: other states "
                         "that cast the same, of all others that took part, abstentions included."},
        .tables = {table},
        .closing = {"More yes than no counts as adopted; matters that need two thirds are not "
                    "marked in the layer. Definitions of ours.",
                    "Years with few roll calls say little: 2024 has six in the bundled layer.",
                    marks_line(), world_line(shown.layer)}};
    return detail::render_document(document, table, {world_field(shown.layer), {"rows", table}},
                                   how);
}

}  // namespace entente
