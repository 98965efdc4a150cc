#include "entente/study/hedging_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/study/hedging_evidence.hpp"

namespace entente::detail {
namespace {

constexpr std::array<const char*, num_channels> channel_names{"trade", "technology", "finance",
                                                              "diplomacy"};

ScoreInterval interval(const DrawInterval& drawn) {
    return {.median = drawn.median, .low = drawn.low, .high = drawn.high};
}

HedgingFigures figures_of(const HedgingSummary& summary) {
    HedgingFigures figures{.score = interval(summary.index),
                           .position = interval(summary.position),
                           .activity = interval(summary.activity),
                           .label = summary.label.label,
                           .label_probability = summary.label.probability,
                           .near_probability = summary.label.probability_with_neighbours};
    if (summary.rank) {
        figures.rank_low = summary.rank->low;
        figures.rank_high = summary.rank->high;
    }
    return figures;
}

std::vector<HedgingChannelFigures> channels_of(const HedgingScore& score, const HedgingCase& one) {
    std::vector<HedgingChannelFigures> channels;
    for (std::size_t k = 0; k < num_channels; ++k) {
        const ChannelScore& channel = score.channels[k];
        if (!channel.is_present) continue;
        channels.push_back(
            {.channel = channel_names[k],
             .level = channel.level,
             .binding_pole = channel.binding_pole,
             .movement = channel.has_movement ? std::optional(channel.movement) : std::nullopt,
             .signals = channel.signals,
             .contribution = channel.contribution,
             .as_of = one.as_of[k]});
    }
    return channels;
}

std::string words(EmptyReason reason) {
    switch (reason) {
        case EmptyReason::no_trade:
            return "its trade with one of the powers is not covered";
        case EmptyReason::fewer_than_three_channels:
            return "fewer than three channels are known";
        case EmptyReason::none:
            break;
    }
    return {};
}

/// What keeps the layers from giving any score; empty = nothing does.
std::string obstacle(const LoadedLayers& layers, const PerPole<std::string>& poles) {
    for (const auto& [is_there, layout] : {std::pair{layers.totals.has_value(), "totals"},
                                           std::pair{layers.geography.has_value(), "geography"}}) {
        if (!is_there) return missing_layer(layout);
    }
    for (const std::string& pole : poles) {
        if (!layers.totals->economies.find(pole)) {
            return fmt::format("{} is not an economy of the layer of trade totals.", pole);
        }
    }
    return {};
}

double in_years(const Date& day) {
    const auto start = std::chrono::sys_days(day.year() / std::chrono::January / 1);
    constexpr double days_in_year = 365.25;
    return static_cast<int>(day.year()) +
           (static_cast<double>((std::chrono::sys_days(day) - start).count()) + 0.5) / days_in_year;
}

/// The last year that had ended on a day.
int last_full_year(const Date& day) {
    const int year = static_cast<int>(day.year());
    const bool is_over = day.month() == std::chrono::December && day.day() == std::chrono::day(31);
    return is_over ? year : year - 1;
}

Date as_of_date(const LoadedLayers& layers, const HedgingColumnOptions& options) {
    if (!layers.signals) {
        return options.as_of.value_or(std::chrono::year(2023) / std::chrono::December / 31);
    }
    const Date last = layers.signals->as_of;
    if (options.as_of && std::chrono::sys_days(*options.as_of) > std::chrono::sys_days(last)) {
        throw OptionError(
            fmt::format("as-of is {}; the ledger of signals knows nothing after {}. Give that day "
                        "or an earlier one.",
                        date_text(*options.as_of), date_text(last)));
    }
    return options.as_of.value_or(last);
}

}  // namespace

HedgingColumn::HedgingColumn(const LoadedLayers& layers, const HedgingColumnOptions& options)
    : missing_(obstacle(layers, options.poles)) {
    if (missing_.empty()) score(layers, options);
}

void HedgingColumn::score(const LoadedLayers& layers, const HedgingColumnOptions& options) {
    const Date as_of = as_of_date(layers, options);
    HedgingEvidenceOptions wanted{.poles = options.poles, .signals_as_of = in_years(as_of)};
    wanted.year = std::min(wanted.year, last_full_year(as_of));
    HedgingEvidence evidence = make_hedging_evidence(layers.for_hedging(), wanted);
    scores_ = score_hedging(evidence, options.draws.center);
    draws_ = draw_hedging(evidence, options.draws);
    summaries_ = summarize_draws(draws_, {}, options.draws.threads);

    const HedgingParameters& center = options.draws.center;
    legend_ = HedgingLegend{.seed = options.draws.seed,
                            .num_draws = options.draws.num_draws,
                            .as_of = date_text(as_of),
                            .cuts = reference_cuts(evidence, center),
                            .weights = center.weights};
    for (std::size_t k = 0; k < evidence.cases.size(); ++k) {
        position_.emplace(evidence.cases[k].code, k);
        if (summaries_[k]) ++legend_->num_scored;
    }
    cases_ = std::move(evidence.cases);
}

RowHedging HedgingColumn::country(const std::string& code) const {
    RowHedging row;
    if (!legend_) {
        row.missing = missing_;
        return row;
    }
    const auto found = position_.find(code);
    if (found == position_.end()) {
        row.missing =
            fmt::format("not one of the {} economies the score was tried on", position_.size());
        return row;
    }
    const std::size_t k = found->second;
    if (!summaries_[k]) {
        row.missing = words(scores_[k].empty_reason);
        return row;
    }
    row.figures = figures_of(*summaries_[k]);
    row.figures->signals_share = scores_[k].signals_share;
    row.figures->channels = channels_of(scores_[k], cases_[k]);
    return row;
}

RowHedging HedgingColumn::group(const WeightedMembers& members) const {
    RowHedging row;
    HedgingGroup group;
    std::vector<double> medians;
    for (std::size_t m = 0; m < members.codes.size(); ++m) {
        const auto found = position_.find(members.codes[m]);
        if (found == position_.end() || !summaries_[found->second]) continue;
        group.members.push_back(found->second);
        group.weights.push_back(members.weights[m]);
        medians.push_back(summaries_[found->second]->index.median);
    }
    if (group.members.empty()) {
        row.missing = legend_ ? "none of its members has a score" : missing_;
        return row;
    }
    const auto summary = summarize_draws(group_draws(draws_, std::span(&group, 1)), {false});
    if (!summary.front()) return row;
    row.figures = figures_of(*summary.front());
    row.figures->member_low = std::ranges::min(medians);
    row.figures->member_high = std::ranges::max(medians);
    if (group.members.size() < members.codes.size()) {
        row.clauses.push_back(
            fmt::format("Hedging over the {} members with a score", group.members.size()));
    }
    return row;
}

}  // namespace entente::detail
