#pragma once

// How far two rankings agree.

#include <cstddef>
#include <span>

namespace entente {

/// [eq:tau-b]  tau_b = (concordant - discordant) / sqrt((pairs - ties in x)(pairs - ties in y))
///
/// -1 to 1; NaN if either side is all ties or has fewer than two values.
/// @throws  ShapeError if the lengths differ.
/// Source   Kendall (1945).
double kendall_tau_b(std::span<const double> x, std::span<const double> y);

/// Correlation of mid-ranks (Spearman), -1 to 1; NaN if either side is all ties.
/// @throws  ShapeError if the lengths differ.
double rank_correlation(std::span<const double> x, std::span<const double> y);

/// An agreement and how often chance does as well.
struct RankAgreement {
    double tau_b = 0.0;
    /// Share of all orders of y with a tau_b at least this large, the order seen included.
    double p_one_sided = 1.0;
    /// The same for its size without sign.
    double p_two_sided = 1.0;
    std::size_t num_orders = 0;
};

/// Kendall's tau_b with its exact permutation probabilities: every order of y is tried.
///
/// @throws  OptionError for more than 9 values (more than 362,880 orders).
RankAgreement exact_rank_agreement(std::span<const double> x, std::span<const double> y);

}  // namespace entente
