// Where a country leans on each channel, and how differently from channel to channel.

#include <fmt/format.h>

#include <cmath>

#include "entente/measures/leverage.hpp"
#include "entente/study/explain/channel_cells.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "poles.md";

struct LeaningCase {
    ScoredCase one;
    ChannelLeans leans;
};

/// Nothing without a score; then the explanation says why.
std::optional<LeaningCase> leaning_case(const ExplainData& data, const HeatMapRow& row,
                                        Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return {};
    const auto leans = channel_leans(one->score);
    if (!leans) {
        explanation.notes.push_back(row.code + " has no figures on any channel.");
        return {};
    }
    return LeaningCase{*one, *leans};
}

void add_tie_steps(const ExplainData& data, const LeaningCase& leaning, std::size_t k,
                   const std::string& name, Explanation& explanation) {
    const ChannelScore& channel = leaning.one.score.channels[k];
    const std::string as_of = leaning.one.evidence.as_of[k];
    explanation.steps.push_back({.name = name,
                                 .formula = "lean = e[U] - e[C] [eq:conditional-multipolarity]",
                                 .page = page,
                                 .rule = PartRule::sum,
                                 .parts = {{"tie with " + data.words(anchor_pole),
                                            channel.tie[anchor_pole], "0 to 1", as_of},
                                           {"less tie with " + data.words(rival_pole),
                                            -channel.tie[rival_pole], "0 to 1", as_of}},
                                 .value = *leaning.leans.lean[k],
                                 .unit = "-1 to 1",
                                 .note = k == position(Channel::finance)
                                             ? "Finance borrows the first power's side from trade."
                                             : std::string()});
    add_level_cells(data, leaning.one, k, explanation);
}

/// Of every channel present, under the name the spread and the sum call them by.
void add_all_ties(const ExplainData& data, const LeaningCase& leaning, Explanation& explanation) {
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (!leaning.leans.lean[k]) continue;
        add_tie_steps(data, leaning, k, fmt::format("lean_{}", channel_names[k]), explanation);
    }
}

void explain_lean(const ExplainData& data, const HeatMapRow& row, std::size_t k,
                  Explanation& explanation) {
    const auto leaning = leaning_case(data, row, explanation);
    if (!leaning) return;
    if (!leaning->leans.lean[k]) {
        explanation.notes.push_back(
            fmt::format("{} has no figures on the channel of {}.", row.code, channel_names[k]));
        return;
    }
    explanation.value = number_cell(leaning->leans.lean[k]);
    add_tie_steps(data, *leaning, k, explanation.column, explanation);
}

void explain_spread(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto leaning = leaning_case(data, row, explanation);
    if (!leaning) return;
    const ChannelLeans& leans = leaning->leans;
    explanation.value = number_cell(leans.spread);
    ExplanationStep step{
        .name = explanation.column,
        .formula = "sqrt(mean_k (lean[k] - mean)^2) [eq:conditional-multipolarity]",
        .page = page,
        .rule = PartRule::root_of_sum,
        .value = leans.spread,
        .unit = "of leans",
        .note = fmt::format("Parts of the variance; the mean lean is {:.4f}.", leans.mean)};
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (!leans.lean[k]) continue;
        const double from_mean = *leans.lean[k] - leans.mean;
        step.parts.push_back(
            {channel_names[k],
             from_mean * from_mean / static_cast<double>(leans.num_channels_present), "squared",
             fmt::format("lean {:.4f}, over {} channels", *leans.lean[k],
                         leans.num_channels_present)});
    }
    explanation.steps.push_back(std::move(step));
    add_all_ties(data, *leaning, explanation);
}

void explain_cancellation(const ExplainData& data, const HeatMapRow& row,
                          Explanation& explanation) {
    const auto leaning = leaning_case(data, row, explanation);
    if (!leaning) return;
    const ChannelLeans& leans = leaning->leans;
    explanation.value = number_cell(leans.cancellation);
    ExplanationStep sum{.name = "sum of leans", .rule = PartRule::sum, .unit = "of leans"};
    ExplanationStep sizes{.name = "sum of sizes", .rule = PartRule::sum, .unit = "of leans"};
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (!leans.lean[k]) continue;
        sum.parts.push_back({fmt::format("lean_{}", channel_names[k]), *leans.lean[k], {}, {}});
        sizes.parts.push_back({channel_names[k], std::abs(*leans.lean[k]), {}, {}});
    }
    sum.value = recomputed(sum);
    sizes.value = recomputed(sizes);
    ExplanationStep kept{.name = "less what does not cancel",
                         .formula = "- |sum of leans| / sum of sizes",
                         .rule = PartRule::ratio,
                         .parts = {{"less the size of the sum", -std::abs(sum.value), {}, {}},
                                   {sizes.name, sizes.value, {}, {}}}};
    // Without any lean nothing cancels, and the measure says 0.
    kept.value = sizes.value > 0.0 ? recomputed(kept) : -1.0;
    explanation.steps.push_back({.name = explanation.column,
                                 .formula = "1 - |sum of leans| / sum of |leans| [eq:cancellation]",
                                 .page = page,
                                 .rule = PartRule::sum,
                                 .parts = {{"one", 1.0, {}, {}}, {kept.name, kept.value, {}, {}}},
                                 .value = leans.cancellation,
                                 .unit = explanation.unit});
    if (sizes.value > 0.0) explanation.steps.push_back(std::move(kept));
    explanation.steps.push_back(std::move(sum));
    explanation.steps.push_back(std::move(sizes));
    add_all_ties(data, *leaning, explanation);
}

}  // namespace

std::vector<ExplainableColumn> lean_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> columns;
    for (std::size_t k = 0; k < num_channels; ++k) {
        columns.push_back({.name = fmt::format("lean_{}", channel_names[k]),
                           .meaning = fmt::format(
                               "Its tie with {} less that with {} on one channel: a column of "
                               "entente poles.",
                               in_sentence(poles[anchor_pole]), in_sentence(poles[rival_pole])),
                           .unit = "-1 to 1",
                           .explain = [k](const auto& data, const auto& row, auto& explanation) {
                               explain_lean(data, row, k, explanation);
                           }});
    }
    columns.push_back({.name = "lean_spread",
                       .other_names = {"spread", "conditional_multipolarity"},
                       .meaning = "How differently it leans from channel to channel, conditional "
                                  "multipolarity: a column of entente poles.",
                       .unit = "of leans",
                       .explain = explain_spread});
    columns.push_back({.name = "lean_cancellation",
                       .other_names = {"cancellation"},
                       .meaning = "How far its leans cancel out, 0 = all one way: a column of "
                                  "entente poles.",
                       .unit = "0 to 1",
                       .explain = explain_cancellation});
    return columns;
}

}  // namespace entente::detail
