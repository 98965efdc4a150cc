#pragma once

// Two camps of states: how well a division into camps fits what each pair of states is inclined to.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// A division into two camps: bit i says that actor i is not in the camp of actor 0. Bit 0 is
/// always clear, because exchanging the names of the camps changes nothing.
using Camps = std::uint32_t;

/// Most actors of a landscape: 2^23 divisions are held in memory.
inline constexpr std::size_t max_landscape_actors = 24;

struct Landscape {
    /// [actor] > 0; any unit.
    std::vector<double> sizes;
    /// [actor, actor] symmetric: above zero the two are better off in one camp, below zero in
    /// different ones. The diagonal is not read.
    Array2<double> propensities;

    std::size_t num_actors() const { return sizes.size(); }
};

/// @throws ShapeError if the axes disagree or the propensities are not symmetric; OptionError for
///         fewer than 2 or more than max_landscape_actors actors, or a size that is not above zero.
void require_valid(const Landscape& landscape);

/// Whether two actors are in different camps.
inline bool are_apart(Camps camps, std::size_t a, std::size_t b) {
    return (((camps >> a) ^ (camps >> b)) & 1U) != 0;
}

/// Camps after one actor has changed sides. A change of actor 0 moves all others instead.
Camps after_flip(Camps camps, std::size_t actor, std::size_t num_actors);

/// [eq:camp-energy]  E(X) = sum over i, j of s_i s_j p_ij d_ij(X),  d = 1 in different camps, else
/// 0
///
/// Every pair counts twice, as in the source. Low energy: the camps fit the propensities.
/// Source  Axelrod and Bennett (1993).
double camp_energy(const Landscape& landscape, Camps camps);

/// [eq:camp-frustration]  F_i(X) = sum over j of s_j p_ij d_ij(X)
double camp_frustration(const Landscape& landscape, Camps camps, std::size_t actor);

/// [eq:flip-margin]  m_i(X) = ( E(X with i in the other camp) - E(X) ) / s_i
///
/// [actor] What it costs a state to change camp, over its size: large = firmly placed, 0 =
/// indifferent, below zero = it would rather change. In units of size times propensity. Ours.
std::vector<double> flip_margins(const Landscape& landscape, Camps camps);

/// Differences of energy below this are rounding: 1e-11 of the sum of all |s_i s_j p_ij|.
double energy_tolerance(const Landscape& landscape);

}  // namespace entente
