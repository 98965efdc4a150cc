#pragma once

// Hedging activity: how much a country deals with both poles, and how it moves between them. An
// average over channels, so that contributions add up exactly.

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "entente/measures/hedging/evidence.hpp"
#include "entente/measures/hedging/parameters.hpp"

namespace entente {

/// Why a country has no score.
enum class EmptyReason {
    none,
    no_trade,
    fewer_than_three_channels,
};

/// Fewest channels with a level for a score.
inline constexpr std::size_t fewest_channels = 3;

/// Errors added to the figures of one case, in their raw units. Zero = the figures as they are.
struct CaseNoise {
    PerPole<double> trade{};
    PerPole<double> technology{};
    PerPole<double> kappa{};
    PerPole<double> finance{};
    std::array<double, most_trade_changes> trade_changes{};
    double kappa_change = 0.0;
    double finance_before = 0.0;
};

/// One channel of one case. Levels, movement and signals run from 0 to 1.
struct ChannelScore {
    bool is_present = false;
    /// [pole] e, the strength of the tie.
    PerPole<double> tie{};
    /// h, the smaller of the two ties: two-sidedness.
    double level = 0.0;
    /// The pole whose tie is the smaller one; the anchor where they are equal.
    std::size_t binding_pole = anchor_pole;
    /// m; .5 where missing.
    double movement = 0.5;
    bool has_movement = false;
    /// s; .5 where there are no signals.
    double signals = 0.5;
    /// Renormalised over the channels present; 0 where absent.
    double weight = 0.0;
    /// c, 0 to 1.
    double score = 0.0;
    /// Points of the index, 100 weight score.
    double contribution = 0.0;
};

/// The index of one case. Without score all figures are NaN; the channels stand as far as known.
struct HedgingScore {
    EmptyReason empty_reason = EmptyReason::none;
    PerChannel<ChannelScore> channels{};
    /// 0 to 100; the sum of the contributions in channel order, bit for bit.
    double index = 0.0;
    /// 100 times the weighted mean of h.
    double position = 0.0;
    /// 100 times the weighted mean of movement and signals.
    double activity = 0.0;
    /// Part of the index that comes from signals, 0 to 1, neutral ones included.
    double signals_share = 0.0;

    bool is_empty() const { return empty_reason != EmptyReason::none; }
};

/// Kappas of the fixed panel, sorted upward: [pole].
using SortedKappaPanel = PerPole<std::vector<double>>;
SortedKappaPanel sorted_kappa_panel(const HedgingEvidence& evidence);

/// [eq:trade-tie]  e = alpha Phi(z(r)) + (1 - alpha) Phi(z(a))
double trade_tie_strength(const IntensityReading& reading, double residual_share,
                          double noise = 0.0);

/// The index of one case.
///
/// [eq:two-sidedness]  h = min(e[anchor], e[rival])
/// [eq:channel-score]  c = (1 - lambda) h + lambda ((1 - sigma) m + sigma s)
/// [eq:hedging-index]  HAI = 100 sum_k w~[k] c[k],  w~ = w over the channels present
///
/// Our own definition. A missing level drops the channel; a missing movement or signal is .5.
///
/// @param signals  [channel] s of [eq:signal-score], .5 = neutral.
/// @return         empty, with the reason, without trade or with fewer than three channels.
/// Checked by      tests/unit/measures/hedging/index_test.cpp.
HedgingScore score_case(const HedgingCase& evidence, const SortedKappaPanel& kappa_panel,
                        const PerChannel<double>& signals, const HedgingParameters& parameters,
                        const CaseNoise& noise = {});

/// s of every case: .5 in all channels where the case asks for neutral signals.
///
/// @param magnitude  [row of the ledger], as stated_magnitudes gives them by default.
std::vector<PerChannel<double>> signal_scores(const HedgingEvidence& evidence,
                                              const std::vector<double>& magnitude,
                                              const SignalWeighing& options);

/// [case] Scores with one set of choices, all rows of the ledger and no noise.
///
/// @throws  OptionError as `check(parameters)`; ShapeError if a case has more trade changes than
///          `most_trade_changes`.
std::vector<HedgingScore> score_hedging(const HedgingEvidence& evidence,
                                        const HedgingParameters& parameters = {});

/// [eq:movement-trade]  m = Phi( mean z of the changes / .8 )
double trade_movement(const std::vector<StandardValue>& changes, const CaseNoise& noise = {});

}  // namespace entente
