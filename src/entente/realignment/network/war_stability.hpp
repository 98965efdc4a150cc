#pragma once

// Networks of alliances: who could be beaten by a group of allies, which ties would be added or
// dropped, and how much trade it takes to hold the rest.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// Most countries of a network: sets of them are bits of a word.
inline constexpr std::size_t max_network_countries = 30;

/// A set of countries: bit i = country i is in it.
using CountrySet = std::uint32_t;

struct AllianceNetwork {
    /// [country] >= 0; any unit.
    std::vector<double> strengths{};
    /// [country] its allies; mutual, never itself.
    std::vector<CountrySet> allies{};
    /// gamma > 0: how much stronger an attacker must be; above 1 favours the defender.
    double defence_advantage = 1.0;

    std::size_t size() const { return strengths.size(); }
    bool are_allied(std::size_t a, std::size_t b) const { return ((allies[a] >> b) & 1U) != 0; }
    void set_allied(std::size_t a, std::size_t b, bool allied);
};

/// @throws ShapeError if the axes disagree or an alliance is not mutual; OptionError for more than
///         max_network_countries, a strength below zero or an advantage not above zero.
void require_valid(const AllianceNetwork& network);

/// Groups all of whose members are allied with one another and that no other country could join;
/// a country without allies is one of its own. By Bron and Kerbosch (1973) with a pivot, in rising
/// order.
std::vector<CountrySet> maximal_cliques(const AllianceNetwork& network);

/// Somebody that can be beaten, and one group that can do it.
struct Threat {
    std::size_t country = 0;
    CountrySet attackers = 0;
};

/// [eq:vulnerable]  M(C) > gamma M(i and those of its allies that are not in C), C a group of
/// allies without i
///
/// By country, one threat each. Only maximal groups need be tried: one more member is stronger and
/// can only take an ally from the defender.
/// Source  Jackson and Nei (2015).
std::vector<Threat> find_threats(const AllianceNetwork& network);

using CountryPair = std::pair<std::size_t, std::size_t>;

struct WarStability {
    /// Countries that can be beaten as things are.
    std::vector<Threat> threats;
    /// Pairs not allied that could beat somebody if they were, both taking part.
    std::vector<CountryPair> wanted;
    /// Alliances that at least one of the two could drop without becoming vulnerable: it would, if
    /// they cost anything and earned nothing.
    std::vector<CountryPair> spare;

    /// [eq:war-stable]  no threat, no pair to add, no tie to drop
    bool is_war_stable() const { return threats.empty() && wanted.empty() && spare.empty(); }
};

/// Pairs have the smaller position first and are in rising order.
WarStability check_war_stability(const AllianceNetwork& network);

/// What trade must be worth to hold alliances that defence alone does not.
struct TradeHold {
    /// [eq:trade-threshold]  lambda = max over spare alliances jk of cost / min(t_jk, t_kj)
    ///
    /// Smallest scale of the trade benefits at which each spare alliance pays for both. 0 if none
    /// is spare; nothing if a spare alliance has no trade at all. Ours.
    std::optional<double> threshold;
    /// Spare alliances by what they need, the most first.
    std::vector<std::pair<CountryPair, double>> needs;
};

/// @param benefits  [country, partner] what a country gets from trade with an ally, >= 0: t_jk.
/// @param cost      of keeping one alliance, in the same unit, > 0.
TradeHold trade_that_holds(const WarStability& stability, const Array2<double>& benefits,
                           double cost);

}  // namespace entente
