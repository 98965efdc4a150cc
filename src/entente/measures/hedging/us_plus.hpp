#pragma once

// Does a country keep its trade with the anchor while it relies on it less ("US-plus")? A class
// with its probability; the words hold for windows with data and say nothing of later years.

#include <array>
#include <cstddef>
#include <optional>

#include "entente/measures/hedging/series.hpp"

namespace entente {

enum class PlusClass {
    /// Keeps the flows and relies less.
    us_plus,
    /// Relies less and does not keep the flows.
    decoupling,
    /// Keeps the flows and relies more.
    deepening,
    /// Relies more, because its trade with others shrank faster.
    contracting,
    /// Reliance moved by less than the dead band.
    indeterminate,
};
inline constexpr std::size_t num_plus_classes = 5;

/// Change of relative reliance, in log points, below which no class is given.
inline constexpr double plus_dead_band = 0.10;

/// One country over one window.
struct PlusInput {
    /// Exports plus imports with the anchor and of the world, in constant money, one publisher
    /// each.
    Observation anchor_then;
    Observation anchor_now;
    Observation world_then;
    Observation world_now;
    /// Change of [eq:raw-intensity] with the anchor, log points. Noise above 0 if it compares two
    /// publishers.
    NoisyDifference reliance_change;
};

struct PlusResult {
    /// [eq:keep]  KEEP = (flow now / flow then) / (world now / world then)^(1/2), clipped to 0..1
    double keep = 0.0;
    /// ln of the same before clipping; 0 and above = kept.
    double log_keep = 0.0;
    /// Signed, in log points; below 0 = relies less.
    double reliance_change = 0.0;
    PlusClass klass = PlusClass::indeterminate;
    /// [class] in the order of the enumeration; adds up to 1. Certain without noise.
    std::array<double, num_plus_classes> probabilities{};
    /// Of the class.
    double probability = 1.0;
    /// [eq:plus-score]  100 sqrt(KEEP (1 - exp(change of reliance))); only where the class is
    /// US-plus.
    std::optional<double> score{};
};

/// The class of one country over one window.
///
/// Our own definition. Reliance is relative, because shares of the anchor fall for all when the
/// world grows: by shares alone most countries were "US-plus" in 2000-2008, with any power.
///
/// @throws  DataError if a flow compares two publishers or concepts, or is not above zero.
/// Source   docs/theory/hedging.md [eq:plus-class].
/// Checked by  tests/unit/measures/hedging/us_plus_test.cpp.
PlusResult us_plus(const PlusInput& input);

/// One country over a window that no publisher covers alone. Both figures rest on the trade with
/// the anchor, so the error of the comparison is one and the same in both.
struct NoisyPlusInput {
    /// ln KEEP before the cut; the error of world trade is left out, as that of a large sum.
    double log_keep = 0.0;
    /// Change of [eq:raw-intensity] with the anchor, log points.
    double reliance_change = 0.0;
    /// Standard deviation of the error, in logs; > 0.
    double noise_sd = 0.0;
};

/// The class of one country over such a window: [eq:noisy-plus-class].
///
/// @throws  OptionError if the noise is not above zero.
/// Checked by  tests/unit/measures/hedging/us_plus_test.cpp.
PlusResult us_plus(const NoisyPlusInput& input);

/// Where growth of trade came from, in logs of nothing: plain growth rates.
struct GrowthAccount {
    /// Share of the anchor at the start.
    double anchor_share = 0.0;
    double anchor_growth = 0.0;
    double rest_growth = 0.0;
    double total_growth = 0.0;
    double world_growth = 0.0;
    /// Parts of total growth; they add up to it.
    double from_anchor = 0.0;
    double from_rest = 0.0;
    /// Change of the anchor's share, signed, 0 to 1.
    double share_change = 0.0;
};

/// [eq:plus-identity]  total growth = s0 growth with the anchor + (1 - s0) growth with the rest
///
/// @throws  DataError as `us_plus`.
GrowthAccount growth_account(const Observation& anchor_then, const Observation& anchor_now,
                             const Observation& total_then, const Observation& total_now,
                             const Observation& world_then, const Observation& world_now);

}  // namespace entente
