// Columns of words, and those that only groups have.

#include <fmt/format.h>

#include "entente/study/explain/explainable_column.hpp"

namespace entente::detail {
namespace {

using Explain = std::function<void(const ExplainData&, const HeatMapRow&, Explanation&)>;

/// A column whose cell says all there is.
Explain saying(std::string note) {
    return
        [note = std::move(note)](const ExplainData&, const HeatMapRow&, Explanation& explanation) {
            explanation.notes.push_back(note);
        };
}

void explain_notes(const ExplainData&, const HeatMapRow& row, Explanation& explanation) {
    explanation.notes.push_back("Made from the row's figures by fixed rules; its parts:");
    for (const std::string& clause : row.hedging.clauses) explanation.notes.push_back(clause + ".");
}

void explain_as_of(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    explanation.cells.push_back({.source = "world " + data.world().name(),
                                 .item = "losses and trade shares",
                                 .as_of = fmt::format("{}", data.world().base_year())});
    if (!row.hedging.figures) return;
    for (const HedgingChannelFigures& part : row.hedging.figures->channels) {
        explanation.cells.push_back(
            {.source = "layers", .item = "channel " + part.channel, .as_of = part.as_of});
    }
}

}  // namespace

std::vector<ExplainableColumn> word_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> columns{
        {.name = "iso3", .meaning = "Code of the economy.", .explain = saying("ISO 3166 alpha-3.")},
        {.name = "name",
         .meaning = "Name of the economy.",
         .explain = saying("As the world calls it.")},
        {.name = "kind", .meaning = "Country or group.", .explain = saying("A row of its own.")},
        {.name = "notes",
         .meaning = "Sentences made from the row's figures.",
         .explain = explain_notes},
        {.name = "as_of",
         .meaning = "Year of the losses and of every channel of the score.",
         .explain = explain_as_of},
        {.name = "exposure_method",
         .meaning = "How the losses were computed.",
         .needs_losses = true,
         .explain = saying("ge: solved in general equilibrium, trade balanced; closed_form: at "
                           "fixed wages (docs/theory/exposure.md).")},
        {.name = "hedging_missing",
         .meaning = "Why there is no score of hedging activity.",
         .explain = saying("A score needs trade with both powers and three channels of four "
                           "(docs/theory/hedging.md); empty where there is one.")}};
    std::vector<std::string> of_groups{"hedging_member_low", "hedging_member_high"};
    for (const Pole& pole : poles) {
        for (const char* end : {"low", "high"}) {
            of_groups.push_back(fmt::format("exposure_{}_member_{}_pct", column_key(pole), end));
        }
    }
    for (const std::string& name : of_groups) {
        columns.push_back({.name = name,
                           .meaning = "Lowest or highest figure among the members of a group.",
                           .needs_losses = name.starts_with("exposure"),
                           .explain = saying("Groups only: empty for a country.")});
    }
    return columns;
}

}  // namespace entente::detail
