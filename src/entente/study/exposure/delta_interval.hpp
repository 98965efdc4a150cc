#pragma once

// Intervals of losses without draws, from their derivatives.

#include <optional>
#include <span>

#include "entente/report/exposure/loss_interval.hpp"

namespace entente::detail {

/// The 90% interval of a loss when each ln theta[s] is normal with deviation[s] and the mean of
/// theta[s] is the central value.
///
/// Taken on the logarithm of the loss, which is nearly linear in the logarithms of the
/// elasticities; on the loss itself where the loss is no more than its standard deviation.
/// @param slopes     [s] d loss / d ln theta at the central elasticities.
/// @param deviation  [s] >= 0.
/// @return           Nothing if a figure is not finite, or there are no slopes.
/// Source  ours, docs/theory/exposure.md [eq:delta-interval].
std::optional<LossInterval> delta_interval(double loss, std::span<const double> slopes,
                                           std::span<const double> deviation);

}  // namespace entente::detail
