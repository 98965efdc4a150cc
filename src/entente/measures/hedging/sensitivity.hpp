#pragma once

// Which uncertain choice or error makes a score uncertain: Sobol indices of the index itself.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "entente/measures/hedging/evidence.hpp"
#include "entente/measures/hedging/parameters.hpp"
#include "entente/numerics/sobol_indices.hpp"

namespace entente {

/// What varies in a draw. The weights add up to one and so vary as one group; the errors of a kind
/// of data are one group too.
enum class HedgingInput {
    weights,
    activity_share,
    signal_share,
    residual_share,
    half_life,
    shrinkage,
    bloc_weight,
    events,
    magnitudes,
    trade_error,
    technology_error,
    trade_change_error,
    vote_error,
    finance_error,
};
inline constexpr std::size_t num_hedging_inputs = 14;

/// [input] in words.
inline constexpr std::array<std::string_view, num_hedging_inputs> hedging_input_names{
    "weights of the channels", "share of activity",   "share of signals",
    "share of the residual",   "half-life of acts",   "shrinkage of acts",
    "weight of a bloc's acts", "events left out",     "magnitudes of acts",
    "error of trade",          "error of technology", "error of changes of trade",
    "error of votes",          "error of finance"};

/// [case asked] First-order and total indices of the index; nothing for a case without score.
///
/// Shares, half-life, shrinkage and bloc weight are scrambled Sobol points; weights, events,
/// magnitudes and errors are Philox draws with the distributions of `draw_hedging`. An input whose
/// bounds meet explains nothing.
///
/// @param asked   positions of cases.
/// @throws        ShapeError for a position that is not a case; OptionError as draw_hedging.
/// Numerics       16 evaluations a draw; the same bytes for any number of threads.
/// Source         docs/theory/hedging.md [eq:index-sensitivity].
/// Checked by     tests/unit/measures/hedging/sensitivity_test.cpp.
std::vector<std::optional<SobolIndices>> hedging_sensitivity(
    const HedgingEvidence& evidence, std::span<const std::size_t> asked,
    const HedgingDrawOptions& options = {});

}  // namespace entente
