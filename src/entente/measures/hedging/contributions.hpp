#pragma once

// Where an index comes from: what each channel adds by its level, its movement and its signals, and
// how sure each of these parts is.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "entente/measures/hedging/draw_summary.hpp"
#include "entente/measures/hedging/draws.hpp"
#include "entente/measures/hedging/index.hpp"

namespace entente {

/// What a channel adds by: the smaller tie, its movement toward the rival, its dated acts.
inline constexpr std::size_t num_contribution_parts = 3;
inline constexpr std::array<std::string_view, num_contribution_parts> contribution_part_names{
    "level", "movement", "signals"};

/// Points of the index, [channel][part]; 0 in a channel that is not present.
using Contributions = PerChannel<std::array<double, num_contribution_parts>>;

/// The parts of one score.
///
/// [eq:contribution-parts]  level 100 w~ (1 - lambda) h,  movement 100 w~ lambda (1 - sigma) m,
///                          signals 100 w~ lambda sigma s
///
/// @param parameters  those of the score.
/// @return            parts that add up to the index; all 0 for a score that is empty.
/// Checked by         tests/unit/measures/hedging/contributions_test.cpp.
Contributions contributions(const HedgingScore& score, const HedgingParameters& parameters);

/// One part over the draws.
struct ContributionSpread {
    /// With the default choices and no error, points.
    double stated = 0.0;
    DrawInterval drawn{};
};

/// All parts of one case.
struct CaseContributions {
    PerChannel<bool> is_present{};
    PerChannel<std::array<ContributionSpread, num_contribution_parts>> parts{};
    /// [channel] their sum over parts.
    PerChannel<ContributionSpread> channels{};
    ContributionSpread index{};
};

/// [asked] Contributions of some cases over the draws of `draw_hedging`; nothing for a case without
/// score. Medians of parts do not add up to the median of the sum; the stated parts do.
///
/// @param asked  positions of cases.
/// @throws       ShapeError for a position that is not a case; OptionError as draw_hedging.
/// Numerics      the same bytes for any number of threads.
std::vector<std::optional<CaseContributions>> draw_contributions(
    const HedgingEvidence& evidence, std::span<const std::size_t> asked,
    const HedgingDrawOptions& options = {});

}  // namespace entente
