#pragma once

// What the camps rest on: propensities from several kinds of evidence, and how often a state lands
// on each side when nobody can say how much each kind should count.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/realignment/landscape/landscape.hpp"

namespace entente {

/// One kind of evidence about pairs of actors.
struct PropensityPart {
    std::string name;
    /// [actor, actor] symmetric, above zero = inclined to one camp. About -1 to 1.
    Array2<double> values;
};

/// p_ij = sum over parts of weight times value. [part] weights may have any sum.
/// @throws ShapeError if the numbers of weights and parts or their axes differ.
Array2<double> weighted_propensities(const std::vector<PropensityPart>& parts,
                                     const std::vector<double>& weights);

/// Where the lowest minimum of each weight draw puts an actor.
struct CampShare {
    /// Share of draws in which it would have to pay to leave the camp of the first power.
    double with_first = 0.0;
    /// The same for the second power.
    double with_second = 0.0;
    /// Indifferent: changing camp costs nothing.
    double undecided = 0.0;
    /// Over draws, of the margin toward the first power: the flip margin, below zero if the actor
    /// is not in its camp. 5%, 50% and 95%.
    double margin_low = 0.0;
    double margin_median = 0.0;
    double margin_high = 0.0;
    friend bool operator==(const CampShare&, const CampShare&) = default;
};

struct WeightDraws {
    std::size_t num_draws = 0;
    /// Share of draws with exactly one minimum.
    double one_minimum_share = 0.0;
    /// Share of draws in which the two powers stand in different camps.
    double powers_apart_share = 0.0;
    /// [actor]
    std::vector<CampShare> actors{};
    friend bool operator==(const WeightDraws&, const WeightDraws&) = default;
};

/// Draws weights of the parts, equal in sum and without opinion (Dirichlet of concentration 1), and
/// looks for the camps of each.
///
/// If both powers share a camp in a draw, an actor of that camp counts with both.
/// @param sizes          [actor]
/// @param first, second  positions of the two powers, different.
/// Seeded by draw alone: the same numbers for any number of threads.
WeightDraws draw_weights(const std::vector<double>& sizes, const std::vector<PropensityPart>& parts,
                         std::size_t first, std::size_t second, std::size_t num_draws,
                         std::uint64_t seed, std::size_t threads = 1);

}  // namespace entente
