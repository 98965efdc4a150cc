#include "entente/study/hedging/detail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/measures/hedging/act_effects.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {
namespace {

using detail::HedgingColumn;

/// Positions of the cases asked for; all if none is named.
std::vector<std::size_t> cases_named(const HedgingEvidence& evidence,
                                     const std::vector<std::string>& codes) {
    std::vector<std::string> known;
    for (const HedgingCase& one : evidence.cases) known.push_back(one.code);
    std::vector<std::size_t> positions;
    for (const std::string& code : codes) {
        const auto at = std::ranges::find(known, code);
        if (at == known.end()) {
            throw OptionError(
                fmt::format("{} is not one of the {} economies of hedging activity.{}", code,
                            known.size(), did_you_mean(code, known)));
        }
        positions.push_back(static_cast<std::size_t>(at - known.begin()));
    }
    if (codes.empty()) {
        for (std::size_t i = 0; i < known.size(); ++i) positions.push_back(i);
    }
    return positions;
}

std::vector<RankRow> rank_rows(const HedgingColumn& column,
                               const std::vector<std::size_t>& positions) {
    const auto summaries = summarize_draws(column.draws());
    std::vector<RankRow> rows;
    for (const std::size_t i : positions) {
        if (!summaries[i]) continue;
        RankRow row{.code = column.evidence().cases[i].code,
                    .score = summaries[i]->index,
                    .rank = *summaries[i]->rank};
        for (std::size_t k = 0; k < shown_ranks.size(); ++k) {
            row.within[k] = probability_within(*summaries[i], shown_ranks[k]);
        }
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, {}, [](const RankRow& row) { return row.rank.median; });
    return rows;
}

/// Means over the rows, weighted with their variances; intervals are the weighted means of theirs,
/// wider than that of the mean.
SensitivityRow mean_sensitivity(const std::vector<SensitivityRow>& rows) {
    SensitivityRow mean{.code = {}, .inputs = std::vector<SobolIndex>(num_hedging_inputs)};
    double variance = 0.0;
    for (const SensitivityRow& row : rows) variance += row.sd * row.sd;
    for (const SensitivityRow& row : rows) {
        const double weight = row.sd * row.sd / variance;
        for (std::size_t k = 0; k < num_hedging_inputs; ++k) {
            const auto add = [&](Interval& sum, const Interval& one) {
                sum.value += weight * one.value;
                sum.low += weight * one.low;
                sum.high += weight * one.high;
            };
            add(mean.inputs[k].first, row.inputs[k].first);
            add(mean.inputs[k].total, row.inputs[k].total);
        }
    }
    mean.sd = std::sqrt(variance / static_cast<double>(rows.size()));
    return mean;
}

std::vector<SensitivityRow> sensitivity_rows(const HedgingEvidence& evidence,
                                             const std::vector<std::size_t>& positions,
                                             const HedgingDrawOptions& options) {
    const auto indices = hedging_sensitivity(evidence, positions, options);
    std::vector<SensitivityRow> rows;
    for (std::size_t k = 0; k < positions.size(); ++k) {
        if (!indices[k]) continue;
        rows.push_back({.code = evidence.cases[positions[k]].code,
                        .sd = std::sqrt(indices[k]->variance),
                        .inputs = indices[k]->inputs});
    }
    return rows;
}

BreakEvenPair break_even_pair(const HedgingColumn& column,
                              const std::vector<std::size_t>& positions,
                              const HedgingParameters& parameters) {
    if (positions.size() != 2 || positions[0] == positions[1]) {
        throw OptionError("break-even compares two economies; name two, such as KOR,DEU.");
    }
    const HedgingEvidence& evidence = column.evidence();
    const auto scores = score_hedging(evidence, parameters);
    for (const std::size_t i : positions) {
        if (!scores[i].is_empty()) continue;
        throw OptionError(fmt::format("{} has no score to compare.", evidence.cases[i].code));
    }
    const HedgingScore& a = scores[positions[0]];
    const HedgingScore& b = scores[positions[1]];
    return {.code = evidence.cases[positions[0]].code,
            .other = evidence.cases[positions[1]].code,
            .score = a.index,
            .other_score = b.index,
            .probability_above = probability_above(column.draws(), positions[0], positions[1]),
            .choices = break_even(a, b, parameters)};
}

/// The acts of the economies asked for, those that add most first.
std::vector<AgreementRow> agreement_rows(const HedgingColumn& column,
                                         const std::vector<std::size_t>& positions) {
    std::vector<AgreementRow> rows;
    const HedgingEvidence& evidence = column.evidence();
    for (const std::size_t i : positions) {
        for (const ActEffect& effect : act_effects(evidence, i, column.parameters())) {
            const SignalRow& act = evidence.ledger.rows[effect.row];
            const Signal& signal = column.layers().signals->signals[act.ledger_row];
            rows.push_back({.code = evidence.cases[i].code,
                            .date = signal.date,
                            .actor = signal.actor,
                            .counterpart = signal.counterpart,
                            .direction = signal.direction,
                            .kind = signal.kind,
                            .channel = channel_names[position(act.channel)],
                            .score = effect.index,
                            .score_without = effect.index_without,
                            .text = signal.text,
                            .url = signal.url});
        }
    }
    std::ranges::stable_sort(rows, std::ranges::greater{}, [](const AgreementRow& row) {
        return std::abs(row.score - row.score_without);
    });
    return rows;
}

void add_rows(const HedgingColumn& column, const std::vector<std::size_t>& positions,
              const HedgingOptions& options, const HedgingDrawOptions& draws,
              HedgingDetail& shown) {
    const HedgingEvidence& evidence = column.evidence();
    if (options.show == "ranks") {
        shown.kind = HedgingDetailKind::ranks;
        shown.ranks = rank_rows(column, positions);
    } else if (options.show == "sobol") {
        shown.kind = HedgingDetailKind::sobol;
        shown.sensitivities = sensitivity_rows(evidence, positions, draws);
        if (options.countries.empty() && !shown.sensitivities.empty()) {
            shown.sensitivities = {mean_sensitivity(shown.sensitivities)};
        }
    } else if (options.show == "agreements") {
        shown.kind = HedgingDetailKind::agreements;
        shown.agreements = agreement_rows(column, positions);
    } else if (options.show == "break-even") {
        shown.kind = HedgingDetailKind::break_even;
        shown.pair = break_even_pair(column, positions, draws.center);
    } else {
        const auto parts = draw_contributions(evidence, positions, draws);
        for (std::size_t k = 0; k < positions.size(); ++k) {
            if (!parts[k]) continue;
            shown.contributions.push_back({evidence.cases[positions[k]].code, *parts[k]});
        }
    }
}

}  // namespace

HedgingDetail make_hedging_detail(const WorldCatalog& worlds, const HedgingOptions& options) {
    if (options.poles.size() != 2) throw OptionError("poles are two codes, such as USA,CHN.");
    const detail::HedgingColumnOptions choices =
        detail::hedging_options(detail::HedgingWords{.poles = options.poles,
                                                     .as_of = options.as_of,
                                                     .draws = options.draws,
                                                     .seed = options.seed,
                                                     .weights = options.weights,
                                                     .threads = options.threads});
    const HedgingColumn column(
        detail::load_with_trade(open_layers(worlds, options.layers), options.trade), choices);
    if (!column.legend()) throw OptionError(column.missing());
    const std::vector<std::size_t> positions = cases_named(column.evidence(), options.countries);
    HedgingDetail shown{.poles = choices.poles, .legend = *column.legend()};
    add_rows(column, positions, options, choices.draws, shown);
    for (const std::size_t i : positions) {
        const std::string& code = column.evidence().cases[i].code;
        const RowHedging row = column.country(code);
        if (!row.figures) {
            shown.missing.push_back(fmt::format("{} has no score: {}.", code, row.missing));
        }
    }
    return shown;
}

}  // namespace entente
