#pragma once

// How far a choice must move before one country overtakes another: in closed form, because the
// index is additive.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "entente/measures/hedging/index.hpp"

namespace entente {

/// Choices that are moved one at a time: the weight of each channel, lambda and sigma.
inline constexpr std::size_t num_break_even_choices = num_channels + 2;
inline constexpr std::array<std::string_view, num_break_even_choices> break_even_choice_names{
    "weight of trade",     "weight of technology", "weight of finance",
    "weight of diplomacy", "share of activity",    "share of signals"};

/// One choice.
struct BreakEven {
    /// As it stands, 0 to 1.
    double now = 0.0;
    /// Nearest value from 0 to 1 at which both scores are equal; nothing = no such value.
    std::optional<double> at{};
};

/// Where two scores meet when one choice moves.
///
/// [eq:break-even-weight]  index(w) = (w c + (1-w) q) / (w + (1-w) p), q = sum of the other weights
///                         in proportion times c, p = sum of those present; both indices equal
/// [eq:break-even-share]   x = D(0) / (D(0) - D(1)), D(x) the gap of the scores at the share x
///
/// A weight moves while the others keep their proportions. Our own definition.
///
/// @param a, b  scores made with `parameters`, neither empty.
/// @return      [choice] in the order of the names.
/// @throws      ShapeError if a score is empty.
/// Numerics     the first is a quadratic where a channel is missing, linear elsewhere.
/// Checked by   tests/unit/measures/hedging/break_even_test.cpp.
std::array<BreakEven, num_break_even_choices> break_even(const HedgingScore& a,
                                                         const HedgingScore& b,
                                                         const HedgingParameters& parameters);

}  // namespace entente
