#include "entente/study/heat_map/hedging_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "entente/study/hedging/evidence.hpp"
#include "entente/study/hedging/own_trade.hpp"

namespace entente::detail {
namespace {

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
            return "its trade with both powers, or its GDP, is not covered";
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

/// The last year that had ended on a day.
int last_full_year(const Date& day) {
    const int year = static_cast<int>(day.year());
    const bool is_over = day.month() == std::chrono::December && day.day() == std::chrono::day(31);
    return is_over ? year : year - 1;
}

/// Without a ledger the figures end here: no structural series is later.
constexpr Date end_of_figures = std::chrono::year(2023) / std::chrono::December / 31;

/// Figures of years that had ended on a day, and the signals up to it.
HedgingEvidenceOptions evidence_options(const PerPole<std::string>& poles, const Date& as_of,
                                        const TradeTotals& totals) {
    HedgingEvidenceOptions options{.poles = poles, .signals_as_of = in_years(as_of)};
    for (const int year : totals.years(own_trade_publisher)) {
        options.year = std::max(options.year, year);
    }
    options.year = std::min(options.year, last_full_year(as_of));
    return options;
}

}  // namespace

HedgingColumn::HedgingColumn(LoadedLayers layers, const HedgingColumnOptions& options)
    : layers_(std::move(layers)), missing_(obstacle(layers_, options.poles)) {
    if (options.as_of) keep_signals_up_to(*options.as_of, layers_);
    if (missing_.empty()) score(options);
}

void HedgingColumn::score(const HedgingColumnOptions& options) {
    const Date as_of =
        layers_.signals ? layers_.signals->as_of : options.as_of.value_or(end_of_figures);
    const HedgingEvidenceOptions wanted = evidence_options(options.poles, as_of, *layers_.totals);
    year_ = wanted.year;
    evidence_ = make_hedging_evidence(layers_.for_hedging(), wanted);
    scores_ = score_hedging(evidence_, options.draws.center);
    draws_ = draw_hedging(evidence_, options.draws);
    summaries_ = summarize_draws(draws_, {}, options.draws.threads);

    const HedgingParameters& center = parameters_ = options.draws.center;
    legend_ = HedgingLegend{.seed = options.draws.seed,
                            .num_draws = options.draws.num_draws,
                            .as_of = date_text(as_of),
                            .cuts = reference_cuts(evidence_, center),
                            .weights = center.weights,
                            .layers = layers_.stamps};
    for (std::size_t k = 0; k < evidence_.cases.size(); ++k) {
        position_.emplace(evidence_.cases[k].code, k);
        if (summaries_[k]) ++legend_->num_scored;
    }
    us_plus_.emplace(layers_, options.poles);
    security_.emplace(layers_, options.poles);
    notes_.emplace(layers_, options.poles);
}

std::optional<std::size_t> HedgingColumn::find(const std::string& code) const {
    const auto found = position_.find(code);
    return found == position_.end() ? std::nullopt : std::optional(found->second);
}

RowHedging HedgingColumn::country(const std::string& code) const {
    RowHedging row;
    if (!legend_) {
        row.missing = missing_;
        return row;
    }
    add_words(code, row);
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
    row.figures->top_third = probability_within(*summaries_[k], legend_->num_scored / 3);
    row.figures->signals_share = scores_[k].signals_share;
    row.figures->channels = channels_of(scores_[k], evidence_.cases[k]);
    return row;
}

/// What stands beside the score and does not need one.
void HedgingColumn::add_words(const std::string& code, RowHedging& row) const {
    row.us_plus = us_plus_->figures(code);
    SecurityFigures security = security_->figures(code);
    row.security_class = std::move(security.security_class);
    row.tie_kept = std::move(security.tie_kept);
    row.reversal_signs = std::move(security.reversal_signs);
    row.clauses = notes_->clauses(code);
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
