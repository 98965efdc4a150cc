#pragma once

// Thousands of scores, one for each set of choices and errors the evidence allows. Labels are cut
// inside each draw.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/measures/hedging/evidence.hpp"
#include "entente/measures/hedging/index.hpp"
#include "entente/measures/hedging/parameters.hpp"

namespace entente {

/// Low, Low-Medium, Medium, Medium-High, High: 0 to 4.
using HedgingLabel = std::uint8_t;
inline constexpr std::size_t num_hedging_labels = 5;
inline constexpr HedgingLabel no_label = 255;

/// Scores at which one label ends and the next begins.
using HedgingCuts = std::array<double, num_hedging_labels - 1>;

/// [case, draw] unless said otherwise. Cases without score have NaN and no_label.
struct HedgingDraws {
    std::uint64_t seed = 0;
    Array2<double> index;
    Array2<double> position;
    Array2<double> activity;
    Array2<HedgingLabel> label;
    /// [draw]
    std::vector<HedgingCuts> cuts;

    std::size_t num_cases() const { return index.rows(); }
    std::size_t num_draws() const { return index.columns(); }
};

/// Choices of one draw.
HedgingParameters drawn_parameters(const HedgingDrawOptions& options, std::uint32_t draw);

/// [row] Magnitudes of one draw; 0 for rows of events left out and of the article.
std::vector<double> drawn_magnitudes(const HedgingLedger& ledger, const HedgingDrawOptions& options,
                                     std::uint32_t draw);

/// Errors of one case's data in one draw.
CaseNoise drawn_noise(const HedgingDrawOptions& options, std::uint32_t draw, std::size_t noise_id);

/// [eq:label-cuts]  quantiles .2, .4, .6, .8 of the scores given, those that are NaN left out
/// NaN if none is left.
HedgingCuts label_cuts(std::vector<double> scores);

/// The same of scores sorted upward, without NaN.
HedgingCuts sorted_label_cuts(std::span<const double> sorted);

/// 0 below the first cut to 4 from the last on; no_label for NaN.
HedgingLabel label_of(double score, const HedgingCuts& cuts);

/// Cuts of the reference panel with one set of choices, for the legend.
HedgingCuts reference_cuts(const HedgingEvidence& evidence, const HedgingParameters& parameters);

/// All draws.
///
/// Each draw takes weights ~ Dirichlet, shares, half-life, shrinkage and bloc weight ~ uniform,
/// magnitudes one up or down, events left out, and errors in the figures; labels are cut at fifths
/// of the reference panel scored with that draw's choices, without errors and with neutral signals.
///
/// @throws     OptionError, ShapeError as the two `check`s.
/// Numerics    the same bytes for any number of threads: draws go in blocks of a fixed size, each
///             writes its own column.
/// Source      docs/theory/hedging.md [eq:hedging-draws].
/// Checked by  tests/unit/measures/hedging/draws_test.cpp, against `draw_hedging_reference`.
HedgingDraws draw_hedging(const HedgingEvidence& evidence, const HedgingDrawOptions& options = {});

/// The same, written plainly: every draw from nothing. For tests.
HedgingDraws draw_hedging_reference(const HedgingEvidence& evidence,
                                    const HedgingDrawOptions& options = {});

/// A set of cases shown as one row.
struct HedgingGroup {
    std::string code;
    /// Positions of cases; those without score are left out.
    std::vector<std::size_t> members;
    /// [member] >= 0, such as GDP.
    std::vector<double> weights;
};

/// [group, draw] Weighted means of the members inside each draw, with the cuts of that draw.
///
/// @throws ShapeError if a group's axes disagree or a member is not a case.
HedgingDraws group_draws(const HedgingDraws& draws, std::span<const HedgingGroup> groups);

}  // namespace entente
