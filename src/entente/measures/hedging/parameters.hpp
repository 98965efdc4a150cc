#pragma once

// The choices the index rests on, and how wide each is drawn. All are our own;
// docs/theory/hedging.md says why.

#include <cstddef>
#include <cstdint>

#include "entente/measures/hedging/channel.hpp"
#include "entente/measures/hedging/signals.hpp"

namespace entente {

/// One set of choices. The defaults are those of the printed score.
struct HedgingParameters {
    /// [channel] w, >= 0, adding up to 1.
    PerChannel<double> weights{0.25, 0.25, 0.25, 0.25};
    /// lambda, share of activity (movement and signals) against position; 0 to 1.
    double activity_share = 0.5;
    /// sigma, share of signals in activity; 0 to 1.
    double signal_share = 0.4;
    /// alpha, share of the residual against the raw intensity in a trade tie; 0 to 1.
    double residual_share = 0.5;
    SignalWeighing signals{};
};

/// @throws OptionError if a value is outside its range or the weights do not add up to 1.
void check(const HedgingParameters& parameters);

struct Bounds {
    double low = 0.0;
    double high = 0.0;
};

/// Standard deviations of the error in the data. Those of trade were measured between publishers;
/// the others are assumptions.
struct HedgingNoise {
    /// Log points in the share of a pole in goods trade.
    double trade = 0.10;
    /// Log points in its share of machinery and chemicals, for their age.
    double technology = 0.25;
    /// Log points in a change of trade intensity, each vintage apart.
    double trade_change = 0.17;
    double kappa = 0.025;
    double kappa_change = 0.035;
    /// Percentile, 0 to 1.
    double finance = 0.05;
};

/// What is drawn. Every number is a function of seed, draw and what it is for.
struct HedgingDrawOptions {
    std::uint64_t seed = 20260901;
    std::size_t num_draws = 4096;
    /// 0 = all the machine has. Results do not depend on it.
    std::size_t threads = 0;
    /// Where the draws lie around, and the choices when `vary_choices` is off.
    HedgingParameters center{};
    /// Whether weights and shares vary.
    bool vary_choices = true;
    /// Concentration of the Dirichlet draw of weights; 1 = no opinion about them. > 0.
    double weight_concentration = 4.0;
    Bounds activity_share{0.25, 0.75};
    Bounds signal_share{0.2, 0.6};
    Bounds residual_share{0.0, 1.0};
    Bounds half_life_years{1.0, 6.0};
    Bounds shrinkage{3.0, 12.0};
    Bounds bloc_weight{0.0, 1.0};
    /// Whether a magnitude is one less, as coded, or one more, with 1/4, 1/2, 1/4.
    bool vary_magnitudes = true;
    /// Probability with which an event of the ledger is kept, all its rows together; 0 to 1. An
    /// assumption about what the ledger missed.
    double keep_probability = 0.7;
    HedgingNoise noise{};
};

/// @throws OptionError if a value is outside its range.
void check(const HedgingDrawOptions& options);

}  // namespace entente
