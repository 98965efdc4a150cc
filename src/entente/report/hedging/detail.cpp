#include "entente/report/hedging/detail.hpp"

#include <fmt/format.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

void add_spread(std::vector<Cell>& row, const ContributionSpread& spread) {
    row.push_back(number_cell(spread.stated));
    row.push_back(number_cell(spread.drawn.low));
    row.push_back(number_cell(spread.drawn.high));
}

void add_spread_columns(Table& table, const std::string& name, const std::string& title,
                        int spare) {
    table.columns.push_back({.name = name, .title = title, .decimals = 1});
    table.columns.push_back({.name = name + "_low", .title = "5%", .decimals = 1, .spare = spare});
    table.columns.push_back(
        {.name = name + "_high", .title = "95%", .decimals = 1, .spare = spare});
}

Table contribution_table(const HedgingDetail& detail) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"}, {.name = "channel", .title = "Channel"}},
        .rows = {},
        .notes = {"Points of the score at the default choices, with the 5% and 95% "
                  "quantiles over the draws. The points add up; quantiles do not."}};
    add_spread_columns(table, "level", "Level", 3);
    add_spread_columns(table, "movement", "Movement", 2);
    add_spread_columns(table, "signals", "Signals", 1);
    add_spread_columns(table, "sum", "Sum", 0);
    for (const ContributionRow& one : detail.contributions) {
        for (std::size_t k = 0; k < num_channels; ++k) {
            if (!one.parts.is_present[k]) continue;
            std::vector<Cell> row{text_cell(one.code), text_cell(channel_names[k])};
            for (const ContributionSpread& part : one.parts.parts[k]) add_spread(row, part);
            add_spread(row, one.parts.channels[k]);
            table.rows.push_back(std::move(row));
        }
        std::vector<Cell> row{text_cell(one.code), text_cell("all")};
        row.resize(2 + 3 * num_contribution_parts);
        add_spread(row, one.parts.index);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table rank_table(const HedgingDetail& detail) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "score", .title = "Score", .decimals = 1},
                            {.name = "score_low", .title = "5%", .decimals = 1, .spare = 1},
                            {.name = "score_high", .title = "95%", .decimals = 1, .spare = 1},
                            {.name = "rank", .title = "Rank", .decimals = 0},
                            {.name = "rank_low", .title = "5%", .decimals = 0},
                            {.name = "rank_high", .title = "95%", .decimals = 0}},
                .rows = {},
                .notes = {"P: share of draws in which it ranks among the first r, 1 = most "
                          "hedging. Order: by median rank."}};
    for (const std::size_t rank : shown_ranks) {
        table.columns.push_back({.name = fmt::format("probability_within_{}", rank),
                                 .title = fmt::format("P({})", rank)});
    }
    for (const RankRow& one : detail.ranks) {
        std::vector<Cell> row{text_cell(one.code),          number_cell(one.score.median),
                              number_cell(one.score.low),   number_cell(one.score.high),
                              number_cell(one.rank.median), number_cell(one.rank.low),
                              number_cell(one.rank.high)};
        for (const double within : one.within) row.push_back(number_cell(within));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table sensitivity_table(const HedgingDetail& detail) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "input", .title = "What varies"},
                    {.name = "first", .title = "First order"},
                    {.name = "first_low", .title = "5%", .spare = 2},
                    {.name = "first_high", .title = "95%", .spare = 2},
                    {.name = "total", .title = "Total"},
                    {.name = "total_low", .title = "5%", .spare = 1},
                    {.name = "total_high", .title = "95%", .spare = 1},
                    {.name = "score_sd", .title = "Score", .unit = "sd", .decimals = 1}},
        .rows = {},
        .notes = {"First order: share of the score's variance that goes if this alone were known. "
                  "Total: share left if all else were known. Intervals: bootstrap of the draws.",
                  "all: mean over the economies, weighted with the variance of each."}};
    for (const SensitivityRow& one : detail.sensitivities) {
        for (std::size_t k = 0; k < one.inputs.size(); ++k) {
            const SobolIndex& index = one.inputs[k];
            table.rows.push_back({text_cell(one.code.empty() ? "all" : one.code),
                                  text_cell(std::string(hedging_input_names[k])),
                                  number_cell(index.first.value), number_cell(index.first.low),
                                  number_cell(index.first.high), number_cell(index.total.value),
                                  number_cell(index.total.low), number_cell(index.total.high),
                                  number_cell(one.sd)});
        }
    }
    return table;
}

Table break_even_table(const BreakEvenPair& pair) {
    Table table{.columns = {{.name = "choice", .title = "Choice"},
                            {.name = "now", .title = "Now"},
                            {.name = "break_even", .title = "Equal at"},
                            {.name = "move", .title = "Move"}},
                .rows = {},
                .notes = {"One choice moves at a time; of the weights, the others keep their "
                          "proportions. Empty: no value from 0 to 1 makes the scores equal."}};
    for (std::size_t k = 0; k < pair.choices.size(); ++k) {
        const BreakEven& choice = pair.choices[k];
        std::optional<double> move;
        if (choice.at) move = *choice.at - choice.now;
        table.rows.push_back({text_cell(std::string(break_even_choice_names[k])),
                              number_cell(choice.now), number_cell(choice.at), number_cell(move)});
    }
    return table;
}

Table agreement_table(const HedgingDetail& detail) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "date", .title = "Date"},
                    {.name = "actor", .title = "Actor", .spare = 3},
                    {.name = "direction", .title = "Closer to"},
                    {.name = "kind", .title = "Kind", .spare = 2},
                    {.name = "channel", .title = "Channel", .spare = 1},
                    {.name = "score", .title = "Score", .decimals = 2, .spare = 4},
                    {.name = "score_without", .title = "Without", .unit = "it", .decimals = 2},
                    {.name = "adds", .title = "Adds", .unit = "points", .decimals = 2},
                    {.name = "act", .title = "Act"},
                    {.name = "url", .title = "Source", .spare = 5}},
        .rows = {},
        .notes = {"Adds: score with all acts less the score without this one, at the default "
                  "choices; the mean balance of all actors is taken anew. Effects do not add up.",
                  "Evidence, not a census. Acts in security do not enter the score. The US-plus "
                  "class and its figures rest on trade flows alone: no act of the ledger moves "
                  "them."}};
    for (const AgreementRow& one : detail.agreements) {
        table.rows.push_back(
            {text_cell(one.code), text_cell(one.date), text_cell(one.actor),
             text_cell(one.direction > 0 ? one.counterpart : "away from " + one.counterpart),
             text_cell(one.kind), text_cell(one.channel), number_cell(one.score),
             number_cell(one.score_without), number_cell(one.score - one.score_without),
             text_cell(one.text), text_cell(one.url)});
    }
    return table;
}

Table table_of(const HedgingDetail& detail) {
    switch (detail.kind) {
        case HedgingDetailKind::agreements:
            return agreement_table(detail);
        case HedgingDetailKind::ranks:
            return rank_table(detail);
        case HedgingDetailKind::sobol:
            return sensitivity_table(detail);
        case HedgingDetailKind::break_even:
            return break_even_table(*detail.pair);
        case HedgingDetailKind::contributions:
            break;
    }
    return contribution_table(detail);
}

std::string title_of(const HedgingDetail& detail) {
    switch (detail.kind) {
        case HedgingDetailKind::ranks:
            return "Hedging activity: how sure are the ranks";
        case HedgingDetailKind::sobol:
            return "Hedging activity: what makes the scores uncertain";
        case HedgingDetailKind::agreements:
            return "Hedging activity: the score without each dated act";
        case HedgingDetailKind::break_even:
            return fmt::format("Hedging activity: when {} and {} change places", detail.pair->code,
                               detail.pair->other);
        case HedgingDetailKind::contributions:
            break;
    }
    return "Hedging activity: where the scores come from";
}

}  // namespace

std::string render(const HedgingDetail& detail, const Rendering& how) {
    const Table table = table_of(detail);
    const HedgingLegend& legend = detail.legend;
    Document document{
        .title = title_of(detail),
        .introduction = {fmt::format(
            "Powers {} and {}; {} draws, seed {}; acts up to {}. A definition of ours.",
            detail.poles[anchor_pole], detail.poles[rival_pole], legend.num_draws, legend.seed,
            legend.as_of)},
        .tables = {table},
        .closing = detail.missing};
    if (detail.pair) {
        document.introduction.push_back(fmt::format(
            "{} {:.1f}, {} {:.1f} at the default choices; {} is above in {:.0f}% of the draws.",
            detail.pair->code, detail.pair->score, detail.pair->other, detail.pair->other_score,
            detail.pair->code, 100.0 * detail.pair->probability_above));
    }
    document.closing.push_back(layers_line(legend.layers));
    JsonObject object{{"poles", std::vector<std::string>(detail.poles.begin(), detail.poles.end())},
                      {"draws", number_cell(static_cast<double>(legend.num_draws))},
                      {"seed", number_cell(static_cast<double>(legend.seed))},
                      {"as_of", text_cell(legend.as_of)},
                      {"missing", detail.missing},
                      {"rows", table}};
    if (detail.pair) {
        object.push_back({"above", text_cell(detail.pair->code)});
        object.push_back({"below", text_cell(detail.pair->other)});
        object.push_back({"probability_above", number_cell(detail.pair->probability_above)});
    }
    return detail::render_document(document, table, object, how);
}

}  // namespace entente
