#include "entente/measures/hedging/index.hpp"

#include <algorithm>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/numerics/normal.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

using Ties = std::optional<PerPole<double>>;

double phi(const StandardValue& value, double noise) {
    return normal_cdf(value.z + noise * value.per_unit);
}

Ties intensity_ties(const std::optional<PerPole<IntensityReading>>& readings, double residual_share,
                    const PerPole<double>& noise) {
    if (!readings) return {};
    PerPole<double> ties{};
    for (std::size_t g = 0; g < ties.size(); ++g) {
        ties[g] = trade_tie_strength((*readings)[g], residual_share, noise[g]);
    }
    return ties;
}

double noisy_percentile(double percentile, double noise) {
    return std::clamp(percentile + noise, 0.0, 1.0);
}

/// A pole without a figure of its own borrows the tie of trade; without either pole's figure there
/// is no finance.
Ties finance_ties(const HedgingCase& evidence, const Ties& trade, const CaseNoise& noise) {
    PerPole<double> ties{};
    bool has_any = false;
    for (std::size_t g = 0; g < ties.size(); ++g) {
        if (evidence.finance[g]) {
            has_any = true;
            ties[g] = noisy_percentile(*evidence.finance[g], noise.finance[g]);
        } else if (trade) {
            ties[g] = (*trade)[g];
        } else {
            return {};
        }
    }
    return has_any ? Ties(ties) : Ties();
}

Ties vote_ties(const HedgingCase& evidence, const SortedKappaPanel& panel, const CaseNoise& noise) {
    if (!evidence.kappa) return {};
    PerPole<double> ties{};
    for (std::size_t g = 0; g < ties.size(); ++g) {
        ties[g] = mid_rank_percentile(panel[g], (*evidence.kappa)[g] + noise.kappa[g]);
    }
    return ties;
}

/// [channel] m, nothing where missing.
PerChannel<std::optional<double>> movements(const HedgingCase& evidence,
                                            const PerChannel<Ties>& ties, const CaseNoise& noise) {
    PerChannel<std::optional<double>> m{};
    if (!evidence.trade_changes.empty()) {
        m[position(Channel::trade)] = trade_movement(evidence.trade_changes, noise);
    }
    const Ties& finance = ties[position(Channel::finance)];
    if (finance && evidence.finance[rival_pole] && evidence.finance_before) {
        // [eq:movement-finance]  m = .5 + .5 (e now - e in the window before)
        const double before = noisy_percentile(*evidence.finance_before, noise.finance_before);
        m[position(Channel::finance)] = 0.5 + 0.5 * ((*finance)[rival_pole] - before);
    }
    if (evidence.kappa_change) {
        // [eq:movement-votes]  m = Phi(z(change of kappa with the rival))
        m[position(Channel::diplomacy)] = phi(*evidence.kappa_change, noise.kappa_change);
    }
    return m;
}

EmptyReason empty_reason(const PerChannel<Ties>& ties) {
    if (!ties[position(Channel::trade)]) return EmptyReason::no_trade;
    const auto present = std::count_if(ties.begin(), ties.end(), [](const Ties& t) { return !!t; });
    return static_cast<std::size_t>(present) < fewest_channels
               ? EmptyReason::fewer_than_three_channels
               : EmptyReason::none;
}

HedgingScore without_figures(HedgingScore score) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    score.index = score.position = score.activity = score.signals_share = nan;
    return score;
}

void add_up(HedgingScore& score, const HedgingParameters& parameters) {
    const double lambda = parameters.activity_share;
    const double sigma = parameters.signal_share;
    double present = 0.0;
    for (std::size_t k = 0; k < num_channels; ++k) {
        if (score.channels[k].is_present) present += parameters.weights[k];
    }
    double from_signals = 0.0;
    for (std::size_t k = 0; k < num_channels; ++k) {
        ChannelScore& channel = score.channels[k];
        if (!channel.is_present) continue;
        channel.weight = parameters.weights[k] / present;
        const double active = (1.0 - sigma) * channel.movement + sigma * channel.signals;
        channel.score = (1.0 - lambda) * channel.level + lambda * active;
        channel.contribution = 100.0 * channel.weight * channel.score;
        score.index += channel.contribution;
        score.position += 100.0 * channel.weight * channel.level;
        score.activity += 100.0 * channel.weight * active;
        from_signals += 100.0 * channel.weight * lambda * sigma * channel.signals;
    }
    score.signals_share = score.index > 0.0 ? from_signals / score.index : 0.0;
}

}  // namespace

SortedKappaPanel sorted_kappa_panel(const HedgingEvidence& evidence) {
    SortedKappaPanel panel = evidence.kappa_panel;
    for (auto& kappas : panel) std::sort(kappas.begin(), kappas.end());
    return panel;
}

double trade_tie_strength(const IntensityReading& reading, double residual_share, double noise) {
    return residual_share * phi(reading.residual, noise) +
           (1.0 - residual_share) * phi(reading.raw, noise);
}

double trade_movement(const std::vector<StandardValue>& changes, const CaseNoise& noise) {
    // Vintages overlap, so their mean varies less than each; .8 brings it back to about one.
    constexpr double width_of_mean = 0.8;
    double sum = 0.0;
    for (std::size_t v = 0; v < changes.size(); ++v) {
        sum += changes[v].z + noise.trade_changes[v] * changes[v].per_unit;
    }
    return normal_cdf(sum / static_cast<double>(changes.size()) / width_of_mean);
}

HedgingScore score_case(const HedgingCase& evidence, const SortedKappaPanel& kappa_panel,
                        const PerChannel<double>& signals, const HedgingParameters& parameters,
                        const CaseNoise& noise) {
    PerChannel<Ties> ties{};
    const double alpha = parameters.residual_share;
    Ties& trade = ties[position(Channel::trade)];
    trade = intensity_ties(evidence.trade, alpha, noise.trade);
    ties[position(Channel::technology)] =
        intensity_ties(evidence.technology, alpha, noise.technology);
    ties[position(Channel::finance)] = finance_ties(evidence, trade, noise);
    ties[position(Channel::diplomacy)] = vote_ties(evidence, kappa_panel, noise);
    const auto m = movements(evidence, ties, noise);

    HedgingScore score{.empty_reason = empty_reason(ties)};
    for (std::size_t k = 0; k < num_channels; ++k) {
        ChannelScore& channel = score.channels[k];
        if (!ties[k]) continue;
        channel.is_present = true;
        channel.tie = *ties[k];
        channel.level = std::min(channel.tie[anchor_pole], channel.tie[rival_pole]);
        channel.binding_pole =
            channel.tie[rival_pole] < channel.tie[anchor_pole] ? rival_pole : anchor_pole;
        channel.movement = m[k].value_or(0.5);
        channel.has_movement = m[k].has_value();
        channel.signals = signals[k];
    }
    if (score.is_empty()) return without_figures(score);
    add_up(score, parameters);
    return score;
}

std::vector<PerChannel<double>> signal_scores(const HedgingEvidence& evidence,
                                              const std::vector<double>& magnitude,
                                              const SignalWeighing& options) {
    std::vector<PerChannel<double>> scores;
    for (const HedgingCase& one : evidence.cases) {
        PerChannel<double> s{0.5, 0.5, 0.5, 0.5};
        if (one.signals_as_of) {
            const auto means =
                mean_balances(evidence.ledger, *one.signals_as_of, magnitude, options);
            const auto balances =
                signal_balances(evidence.ledger, one.code, *one.signals_as_of, magnitude, options);
            for (std::size_t k = 0; k < num_channels; ++k) {
                s[k] = signal_score(balances[k], means[k], options);
            }
        }
        scores.push_back(s);
    }
    return scores;
}

std::vector<HedgingScore> score_hedging(const HedgingEvidence& evidence,
                                        const HedgingParameters& parameters) {
    check(parameters);
    check(evidence);
    const SortedKappaPanel panel = sorted_kappa_panel(evidence);
    const auto signals =
        signal_scores(evidence, stated_magnitudes(evidence.ledger), parameters.signals);
    std::vector<HedgingScore> scores;
    for (std::size_t i = 0; i < evidence.cases.size(); ++i) {
        scores.push_back(score_case(evidence.cases[i], panel, signals[i], parameters));
    }
    return scores;
}

}  // namespace entente
