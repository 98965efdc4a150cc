// What the draws of hedging activity say: label, its probability, ranks.

#include <fmt/format.h>

#include <cmath>

#include "entente/report/levels.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "hedging.md";

std::vector<ExplanationPart> label_parts(const LabelSummary& label, std::size_t first,
                                         std::size_t last) {
    std::vector<ExplanationPart> parts;
    for (std::size_t k = first; k <= last; ++k) {
        parts.push_back({std::string(level_words(k)), label.probabilities[k], "of the draws", {}});
    }
    return parts;
}

void add_cuts(const ExplainData& data, Explanation& explanation) {
    const LevelThresholds& cuts = data.hedging().legend()->cuts;
    for (std::size_t k = 0; k < cuts.size(); ++k) {
        explanation.cells.push_back({.source = "reference panel",
                                     .item = fmt::format("{} begins at", level_words(k + 1)),
                                     .as_of = "2010, 2016, 2018, 2023",
                                     .value = number_cell(cuts[k]),
                                     .unit = "points, at the default choices",
                                     .note = "cut anew in each draw"});
    }
}

void explain_label(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    const LabelSummary& label = one->summary.label;
    explanation.steps.push_back({.name = "draws with each label",
                                 .formula = "label = median label over the draws [eq:label-cuts]",
                                 .page = page,
                                 .rule = PartRule::sum,
                                 .parts = label_parts(label, 0, num_hedging_labels - 1),
                                 .value = 1.0,
                                 .unit = "of the draws",
                                 .note =
                                     "The label is the first one up to which half of the draws "
                                     "lie; a ? marks one that fewer than .4 of them agree on."});
    add_cuts(data, explanation);
}

/// Share of draws with some labels.
void explain_label_probability(const ExplainData& data, const HeatMapRow& row, bool has_neighbours,
                               Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    const LabelSummary& label = one->summary.label;
    const std::size_t reach = has_neighbours ? 1 : 0;
    const std::size_t first = label.label >= reach ? label.label - reach : 0;
    const std::size_t last = std::min<std::size_t>(label.label + reach, num_hedging_labels - 1);
    explanation.steps.push_back({.name = explanation.column,
                                 .formula = "share of draws with the label [eq:label-cuts]",
                                 .page = page,
                                 .rule = PartRule::sum,
                                 .parts = label_parts(label, first, last),
                                 .value = number_of(explanation),
                                 .unit = "of the draws"});
    add_cuts(data, explanation);
}

void explain_rank(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    explanation.notes.push_back(
        fmt::format("Not taken apart: a quantile of its ranks among {} economies in {} draws. "
                    "entente hedging {} --show ranks has the probability of each rank.",
                    data.hedging().legend()->num_scored, data.options().draws, row.code));
    if (one->summary.rank) {
        explanation.cells.push_back({.source = "draws",
                                     .item = "median rank",
                                     .as_of = fmt::format("seed {}", data.options().seed),
                                     .value = number_cell(one->summary.rank->median),
                                     .unit = "1 = highest"});
    }
}

void explain_top_third(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    const std::size_t third = data.hedging().legend()->num_scored / 3;
    ExplanationStep step{.name = explanation.column,
                         .formula = "P(rank <= r) [eq:rank-acceptability]",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = number_of(explanation),
                         .unit = "of the draws",
                         .note = fmt::format("r = {}, a third of {} economies.", third,
                                             data.hedging().legend()->num_scored)};
    for (std::size_t rank = 0; rank < third; ++rank) {
        step.parts.push_back({fmt::format("rank {}", rank + 1),
                              one->summary.rank_acceptability[rank],
                              "of the draws",
                              {}});
    }
    explanation.steps.push_back(std::move(step));
}

}  // namespace

std::vector<ExplainableColumn> hedging_draw_columns(const PoleKeys&) {
    const auto probability = [](bool has_neighbours) {
        return [=](const auto& data, const auto& row, auto& explanation) {
            explain_label_probability(data, row, has_neighbours, explanation);
        };
    };
    return {{.name = "hedging_label",
             .other_names = {"label"},
             .meaning = "Low to High: the median label over the draws.",
             .explain = explain_label},
            {.name = "hedging_label_probability",
             .meaning = "Share of draws that agree on the label.",
             .unit = "0 to 1",
             .explain = probability(false)},
            {.name = "hedging_near_probability",
             .meaning = "Share of draws with the label or a neighbour of it.",
             .unit = "0 to 1",
             .explain = probability(true)},
            {.name = "hedging_rank_low",
             .other_names = {"rank"},
             .meaning = "The better end of the 90% interval of its rank.",
             .unit = "rank",
             .explain = explain_rank},
            {.name = "hedging_rank_high",
             .meaning = "The worse end of the 90% interval of its rank.",
             .unit = "rank",
             .explain = explain_rank},
            {.name = "hedging_top_third_probability",
             .meaning = "Share of draws in which it ranks in the first third.",
             .unit = "0 to 1",
             .explain = explain_top_third}};
}

}  // namespace entente::detail
