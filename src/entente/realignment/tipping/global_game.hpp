#pragma once

// When each partner realigns only if it expects enough others to: with slightly different views of
// the same facts one threshold remains.

#include <cstddef>
#include <vector>

namespace entente {

/// Realigning pays b l - c theta, l the share that realigns, theta the anchor's hold; staying 0.
struct GlobalGame {
    /// b > 0: what company is worth.
    double company = 1.0;
    /// c > 0: what a unit of the anchor's hold costs who leaves (conditionality).
    double penalty = 1.0;
};

/// [eq:global-game-limit]  theta* = b / (2 c): below it everybody realigns, above it nobody.
/// Source  Morris and Shin (2003): the threshold at which a state that takes every share for
///         equally likely is indifferent.
/// @throws OptionError if company or penalty is not above zero.
double limit_threshold(const GlobalGame& game);

/// What states know before and how well they see.
struct Sight {
    /// theta before any signal: normal with this mean and standard deviation.
    double prior_mean = 0.0;
    double prior_sd = 1.0;
    /// Each sees theta + noise e, e standard normal and its own; > 0.
    double noise = 0.1;
};

/// Signals k at which a state is indifferent if all who see less than k realign:
///
/// [eq:global-game-noise]  b Phi( (k - m) / sqrt(v + noise^2) ) - c m = 0
///   m = (k / noise^2 + prior_mean / prior_sd^2) v,  v = 1 / (1 / noise^2 + 1 / prior_sd^2)
///
/// Rising; an odd number of them. One if the noise is small against the prior's spread: several
/// mean that the outcome rests on what everybody expects of everybody.
/// @throws OptionError if a spread is not above zero.
std::vector<double> signal_thresholds(const GlobalGame& game, const Sight& sight);

/// Share that realigns at a hold theta when all below the signal threshold do: Phi((k - theta) /
/// noise).
double share_realigned(double threshold, double hold, double noise);

}  // namespace entente
