// Votes in the United Nations, and where a country leans by channel: measures beside the heat map.

#include <fmt/format.h>

#include "entente/measures/leverage.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

void explain_alignment(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                       Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    if (!one->evidence.kappa) {
        explanation.notes.push_back(fmt::format(
            "{} has too few joint votes in the United Nations, or is not a member.", row.code));
        return;
    }
    const double kappa = (*one->evidence.kappa)[pole];
    explanation.value = number_cell(kappa);
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "kappa = 1 - mean(d^2) / chance [eq:vote-kappa]",
         .page = "hedging.md",
         .parts = {{"kappa", kappa, "at most 1",
                    one->evidence.as_of[position(Channel::diplomacy)]}},
         .value = kappa,
         .note = fmt::format("Not taken apart: a mean over hundreds of roll calls. entente "
                             "alignment {} has the number of votes, S, pi and the drift.",
                             row.code)});
}

void explain_lean(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    const auto leans = channel_leans(one->score);
    if (!leans) return;
    explanation.value = number_cell(leans->mean);
    ExplanationStep step{
        .name = explanation.column,
        .formula =
            "mean over channels of e[U] - e[C] "
            "[eq:conditional-multipolarity]",
        .page = "poles.md",
        .rule = PartRule::sum,
        .value = leans->mean,
        .unit = "-1 to 1",
        .note = fmt::format("Above zero: leans to {}. Spread over channels {:.3f}.",
                            data.words(anchor_pole), leans->spread)};
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (!leans->lean[k]) continue;
        const auto count = static_cast<double>(leans->num_channels_present);
        step.parts.push_back(
            {channel_names[k], *leans->lean[k] / count, "-1 to 1",
             fmt::format("lean {:.3f}, {}", *leans->lean[k], one->evidence.as_of[k])});
    }
    explanation.steps.push_back(std::move(step));
}

}  // namespace

std::vector<ExplainableColumn> vote_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> columns;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        columns.push_back(
            {.name = "alignment_" + column_key(poles[p]),
             .meaning = fmt::format("Agreement with {} in votes of five years, corrected for "
                                    "chance: not a column of the heat map.",
                                    in_sentence(poles[p])),
             .unit = "kappa",
             .explain = [p](const auto& data, const auto& row, auto& explanation) {
                 explain_alignment(data, row, p, explanation);
             }});
    }
    columns.push_back({.name = "lean",
                       .other_names = {"poles"},
                       .meaning = "Where it leans between both powers, over channels: not a column "
                                  "of the heat map.",
                       .unit = "-1 to 1",
                       .explain = explain_lean});
    return columns;
}

}  // namespace entente::detail
