#pragma once

// Cases whose answer is known beforehand, and placebos: what a measure that works would show.
// Failures stay in the report with their reason; nothing is fitted to them.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "entente/measures/hedging/draw_summary.hpp"
#include "entente/numerics/rank_correlation.hpp"

namespace entente {

/// What is expected of one or two rows of the draws.
struct KnownGroup {
    enum class Kind {
        /// The first row scores above the second.
        above,
        /// The first row ranks in the top third.
        top_third,
    };
    std::string name;
    /// In words: "AUS 2010 above AUS 2020".
    std::string expected{};
    Kind kind = Kind::above;
    std::size_t row = 0;
    std::size_t other_row = 0;
    /// Why the measure may fail here; printed whether it does or not.
    std::string note{};
};

enum class KnownGroupOutcome {
    /// Right in at least four draws of five.
    passed,
    /// Right in more than half of the draws.
    right_sign,
    failed,
    /// A row without score.
    not_computable,
};

struct KnownGroupResult {
    std::string name;
    std::string expected;
    /// Share of draws in which it holds; NaN if not computable.
    double probability = 0.0;
    KnownGroupOutcome outcome = KnownGroupOutcome::failed;
    std::string note{};
};

/// One line of the report for each expectation, in the order given.
///
/// @param summaries  of the same draws.
/// @throws           ShapeError if a row is not in the draws.
std::vector<KnownGroupResult> check_known_groups(
    const HedgingDraws& draws, const std::vector<std::optional<HedgingSummary>>& summaries,
    std::span<const KnownGroup> groups);

/// What share of the spread another country in the rival's place gives as well.
struct PlaceboResult {
    /// Code of the stand-in.
    std::string stand_in;
    /// Rank correlation of its index with the real one, over rows with both.
    double rank_correlation = 0.0;
    /// Standard deviations of the two indices over these rows.
    double placebo_sd = 0.0;
    double real_sd = 0.0;
    std::size_t num_rows = 0;
};

/// Compares an index with that of a stand-in for the rival; NaN entries are left out on both sides.
/// @throws ShapeError if the lengths differ.
PlaceboResult compare_placebo(std::string stand_in, std::span<const double> real,
                              std::span<const double> placebo);

/// Rank correlation over the rows where both are numbers, for size (ln GDP) and ledger coverage.
/// @throws ShapeError if the lengths differ.
double rank_correlation_of_known(std::span<const double> a, std::span<const double> b);

/// How the draws agree with words given for some rows, such as the article's.
struct WordAgreement {
    /// Of the median scores, with its exact permutation probabilities.
    RankAgreement at_medians;
    /// tau_b over draws.
    DrawInterval tau_b;
    /// Largest tau_b that scores without ties can reach against these words.
    double largest_possible = 0.0;
};

/// @param rows   rows of the draws, all with score.
/// @param words  [row] the words as numbers, higher = more.
/// @throws       ShapeError if the lengths differ or a row has no score; OptionError for more than
///               9 rows.
WordAgreement compare_with_words(const HedgingDraws& draws, std::span<const std::size_t> rows,
                                 std::span<const double> words);

}  // namespace entente
