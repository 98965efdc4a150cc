#pragma once

// What the draws say of each row: middle, interval, label with its probability, rank.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "entente/measures/hedging/draws.hpp"

namespace entente {

/// Median and the interval that holds nine draws of ten.
struct DrawInterval {
    double median = 0.0;
    double low = 0.0;
    double high = 0.0;

    double width() const { return high - low; }
};

/// Of values in any order; NaN without any.
DrawInterval draw_interval(std::span<const double> values);

/// Probability of the label printed below which it is called uncertain. Ours.
inline constexpr double least_certain_probability = 0.4;

/// The label of one row over all draws.
struct LabelSummary {
    /// The median label: half of the draws give this one or a lower one. Not the most frequent,
    /// which says little where the distribution is flat.
    HedgingLabel label = no_label;
    /// [label] share of draws; adds up to 1.
    std::array<double, num_hedging_labels> probabilities{};
    /// Of the label printed.
    double probability = 0.0;
    double probability_with_neighbours = 0.0;
    /// Whether `probability` is below .4.
    bool is_uncertain = false;
};

struct HedgingSummary {
    DrawInterval index;
    DrawInterval position;
    DrawInterval activity;
    LabelSummary label;
    /// 1 = highest; nothing for rows without a rank.
    std::optional<DrawInterval> rank{};
    /// [rank - 1] share of draws in which the row takes that rank.
    std::vector<double> rank_acceptability{};
};

/// [row] Summaries of all rows of the draws; nothing for rows without score.
///
/// @param is_ranked  [row]; ranks are taken in each draw among these rows that have a score, equal
///                   scores in order of the rows. Empty = all.
/// @throws           ShapeError if its length is not the number of rows.
/// Numerics          the same bytes for any number of threads.
/// Checked by        tests/unit/measures/hedging/draw_summary_test.cpp.
std::vector<std::optional<HedgingSummary>> summarize_draws(const HedgingDraws& draws,
                                                           const std::vector<bool>& is_ranked = {},
                                                           std::size_t threads = 0);

/// Share of draws in which the index of row a is above that of row b; NaN if either has no score.
double probability_above(const HedgingDraws& draws, std::size_t a, std::size_t b);

/// Probability that a row is among the first `count` ranks; 0 for a row without rank.
double probability_within(const HedgingSummary& summary, std::size_t count);

}  // namespace entente
