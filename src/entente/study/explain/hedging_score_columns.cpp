// Hedging activity and what stands beside it: the score at the default choices, and how far the
// median of the draws lies from it.

#include <fmt/format.h>

#include "entente/measures/hedging/contributions.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

constexpr const char* default_score = "at the default choices";

std::string draws_words(const ExplainData& data) {
    return fmt::format("{} draws, seed {}", data.options().draws, data.options().seed);
}

/// Median = figure at the default choices + what the draws move it by.
void add_median(const ExplainData& data, double stated, const DrawInterval& drawn,
                Explanation& explanation) {
    const double median = number_of(explanation);
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "median over the draws [eq:hedging-draws]",
         .page = "hedging.md",
         .rule = PartRule::sum,
         .parts = {{default_score, stated, "points", "no error, no choice varied"},
                   {"what the draws move it by", median - stated, "points", draws_words(data)}},
         .value = median,
         .unit = "points of 100"});
    explanation.low = drawn.low;
    explanation.high = drawn.high;
    explanation.interval = fmt::format(
        "90% interval {:.1f} to {:.1f}: {} of weights, shares, ageing of acts, acts left out, and "
        "errors of trade, votes and finance.",
        drawn.low, drawn.high, draws_words(data));
}

/// What each channel adds by level, movement and signals.
void add_channel_parts(const ScoredCase& one, Explanation& explanation) {
    const Contributions parts = contributions(one.score, one.parameters);
    for (std::size_t k = 0; k < num_channels; ++k) {
        const ChannelScore& channel = one.score.channels[k];
        if (!channel.is_present) continue;
        ExplanationStep step{.name = channel_names[k],
                             .formula =
                                 "100 w (1 - lambda) h + 100 w lambda (1 - sigma) m + "
                                 "100 w lambda sigma s [eq:contribution-parts]",
                             .page = "hedging.md",
                             .rule = PartRule::sum,
                             .value = channel.contribution,
                             .unit = "points",
                             .note = fmt::format("entente explain {} hedging_{} goes on.",
                                                 one.evidence.code, channel_names[k])};
        const std::array<double, num_contribution_parts> figures{channel.level, channel.movement,
                                                                 channel.signals};
        for (std::size_t p = 0; p < num_contribution_parts; ++p) {
            step.parts.push_back(
                {std::string(contribution_part_names[p]), parts[k][p], "points",
                 fmt::format("{:.3f} of 0 to 1{}", figures[p],
                             p == 1 && !channel.has_movement ? ", not known" : "")});
        }
        explanation.steps.push_back(std::move(step));
    }
}

void explain_score(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    add_median(data, one->score.index, one->summary.index, explanation);
    ExplanationStep score{.name = default_score,
                          .formula = "HAI = 100 sum_k w[k] c[k] [eq:hedging-index]",
                          .page = "hedging.md",
                          .rule = PartRule::sum,
                          .value = one->score.index,
                          .unit = "points"};
    for (std::size_t k = 0; k < num_channels; ++k) {
        const ChannelScore& channel = one->score.channels[k];
        if (!channel.is_present) {
            explanation.notes.push_back(
                fmt::format("No {}: its weight goes to the other channels.", channel_names[k]));
            continue;
        }
        score.parts.push_back(
            {channel_names[k], channel.contribution, "points",
             fmt::format("{}, weight {:.2f}", one->evidence.as_of[k], channel.weight)});
    }
    explanation.steps.push_back(std::move(score));
    add_channel_parts(*one, explanation);
}

/// Position and activity: weighted means over channels, without lambda.
void explain_mean(const ExplainData& data, const HeatMapRow& row, bool is_position,
                  Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    add_median(data, is_position ? one->score.position : one->score.activity,
               is_position ? one->summary.position : one->summary.activity, explanation);
    ExplanationStep step{
        .name = default_score,
        .formula = is_position ? "position = 100 sum_k w[k] h[k] [eq:hedging-index]"
                               : "activity = 100 sum_k w[k] ((1 - sigma) m[k] + sigma s[k]) "
                                 "[eq:hedging-index]",
        .page = "hedging.md",
        .rule = PartRule::sum,
        .value = is_position ? one->score.position : one->score.activity,
        .unit = "points"};
    const double sigma = one->parameters.signal_share;
    for (std::size_t k = 0; k < num_channels; ++k) {
        const ChannelScore& channel = one->score.channels[k];
        if (!channel.is_present) continue;
        const double figure = is_position
                                  ? channel.level
                                  : (1.0 - sigma) * channel.movement + sigma * channel.signals;
        step.parts.push_back({channel_names[k], 100.0 * channel.weight * figure, "points",
                              is_position
                                  ? fmt::format("smaller tie {:.3f}, with {}", channel.level,
                                                data.words(channel.binding_pole))
                                  : fmt::format("movement {:.3f}, signals {:.3f}", channel.movement,
                                                channel.signals)});
    }
    explanation.steps.push_back(std::move(step));
}

void explain_end(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    explanation.notes.push_back(fmt::format(
        "Not taken apart: a quantile of {}. entente explain {} hedging_activity shows the parts of "
        "the score, entente hedging {} --show sobol what makes the interval wide.",
        draws_words(data), row.code, row.code));
    explanation.cells.push_back({.source = "draws",
                                 .item = "median of hedging activity",
                                 .as_of = draws_words(data),
                                 .value = number_cell(one->summary.index.median),
                                 .unit = "points"});
}

void explain_signals_share(const ExplainData& data, const HeatMapRow& row,
                           Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    const Contributions parts = contributions(one->score, one->parameters);
    ExplanationStep signals{.name = "points from acts",
                            .formula = "sum_k 100 w lambda sigma s [eq:contribution-parts]",
                            .page = "hedging.md",
                            .rule = PartRule::sum,
                            .unit = "points",
                            .note = "A channel without acts counts the neutral .5."};
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (!one->score.channels[k].is_present) continue;
        signals.parts.push_back({channel_names[k], parts[k].back(), "points", {}});
    }
    signals.value = recomputed(signals);
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "points from acts / score [eq:hedging-index]",
         .page = "hedging.md",
         .rule = PartRule::ratio,
         .parts = {{"points from acts", signals.value, "points", {}},
                   {"score at the default choices", one->score.index, "points", {}}},
         .value = number_of(explanation)});
    explanation.steps.push_back(std::move(signals));
}

}  // namespace

std::vector<ExplainableColumn> hedging_score_columns(const PoleKeys&) {
    return {{.name = "hedging_activity",
             .other_names = {"hedging", "score", "hai"},
             .meaning = "How much it deals with both powers and moves between them: median of the "
                        "draws, a definition of ours.",
             .unit = "points of 100",
             .explain = explain_score},
            {.name = "hedging_low",
             .meaning = "The 5% quantile of the draws of hedging activity.",
             .unit = "points of 100",
             .explain = explain_end},
            {.name = "hedging_high",
             .meaning = "The 95% quantile of the draws of hedging activity.",
             .unit = "points of 100",
             .explain = explain_end},
            {.name = "position",
             .meaning = "How strong the smaller of its two ties is: median of the draws.",
             .unit = "points of 100",
             .explain = [](const auto& data, const auto& row,
                           auto& explanation) { explain_mean(data, row, true, explanation); }},
            {.name = "activity",
             .meaning = "Movement toward the rival and balance of dated acts: median of the draws.",
             .unit = "points of 100",
             .explain = [](const auto& data, const auto& row,
                           auto& explanation) { explain_mean(data, row, false, explanation); }},
            {.name = "signals_share",
             .meaning = "Part of the default score that rests on the ledger of acts.",
             .unit = "0 to 1",
             .explain = explain_signals_share}};
}

}  // namespace entente::detail
