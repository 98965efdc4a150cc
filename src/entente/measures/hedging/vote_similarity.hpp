#pragma once

// How alike two countries vote.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace entente {

/// Ballots as coded in the roll calls: 1 yes, 2 abstain, 3 no; anything else is no vote.
using Ballot = std::uint8_t;

/// Agreement of two countries over the votes in which both took part; 1 = always the same.
struct VoteSimilarity {
    /// S = 1 - 2 mean |a - b| / 2, on the absolute distance; from -1.
    double s = 0.0;
    /// Corrected for what each country's own mean and spread would give by chance; at most 1.
    double kappa = 0.0;
    /// Corrected for what their pooled votes would give by chance; at most 1.
    double pi = 0.0;
    std::size_t num_votes = 0;
};

/// S, kappa and pi of two countries, with votes 1, 2, 3 and the distance d = |a - b| / 2.
///
/// [eq:vote-s]      S     = 1 - 2 mean(d)
/// [eq:vote-kappa]  kappa = 1 - mean(d^2) / ( (var a + var b + (mean a - mean b)^2) / 4 )
/// [eq:vote-pi]     pi    = 1 - mean(d^2) / ( 2 mean((c - mean c)^2) / 4 ),  c both countries'
/// votes
///
/// @param a, b      [roll call] in the same order, each roll call once.
/// @param fewest_votes  joint votes below which there is no figure.
/// @return          nothing with too few joint votes, or where neither country ever varies.
/// @throws          ShapeError if the lengths differ.
/// Source           Signorino and Ritter (1999) for S; Haege (2011) for kappa and pi, squared
///                  distance; variances are those of the votes seen, divided by their number.
/// Checked by       tests/unit/measures/hedging/vote_similarity_test.cpp.
std::optional<VoteSimilarity> vote_similarity(std::span<const Ballot> a, std::span<const Ballot> b,
                                              std::size_t fewest_votes = 60);

}  // namespace entente
