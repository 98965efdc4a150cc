#include "entente/realignment/network/war_stability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

CountrySet only(std::size_t country) {
    return CountrySet{1} << country;
}

double strength_of(const AllianceNetwork& network, CountrySet members) {
    double sum = 0.0;
    for (; members != 0; members &= members - 1) {
        sum += network.strengths[static_cast<std::size_t>(std::countr_zero(members))];
    }
    return sum;
}

/// The search of Bron and Kerbosch: `group` may still grow by `open`, and `closed` are countries
/// whose groups have been listed before.
void grow(const AllianceNetwork& network, CountrySet group, CountrySet open, CountrySet closed,
          std::vector<CountrySet>& found) {
    if (open == 0 && closed == 0) {
        found.push_back(group);
        return;
    }
    // The pivot with most allies still open leaves the fewest countries to branch on.
    CountrySet best = 0;
    int most = -1;
    for (CountrySet rest = open | closed; rest != 0; rest &= rest - 1) {
        const CountrySet near = network.allies[static_cast<std::size_t>(std::countr_zero(rest))];
        if (std::popcount(near & open) > most) {
            most = std::popcount(near & open);
            best = near;
        }
    }
    for (CountrySet rest = open & ~best; rest != 0; rest &= rest - 1) {
        const auto country = static_cast<std::size_t>(std::countr_zero(rest));
        const CountrySet near = network.allies[country];
        grow(network, group | only(country), open & near, closed & near, found);
        open &= ~only(country);
        closed |= only(country);
    }
}

bool can_beat(const AllianceNetwork& network, CountrySet attackers, std::size_t country) {
    const CountrySet defenders = only(country) | (network.allies[country] & ~attackers);
    return strength_of(network, attackers) >
           network.defence_advantage * strength_of(network, defenders);
}

/// A group among the cliques that beats the country, the country itself left out.
std::optional<CountrySet> attackers_of(const AllianceNetwork& network,
                                       const std::vector<CountrySet>& cliques, std::size_t country,
                                       CountrySet must_hold = 0) {
    for (const CountrySet clique : cliques) {
        const CountrySet attackers = clique & ~only(country);
        if ((attackers & must_hold) != must_hold || attackers == 0) continue;
        if (can_beat(network, attackers, country)) return attackers;
    }
    return {};
}

bool would_be_added(const AllianceNetwork& network, std::size_t a, std::size_t b) {
    AllianceNetwork with = network;
    with.set_allied(a, b, true);
    const auto cliques = maximal_cliques(with);
    for (std::size_t i = 0; i < network.size(); ++i) {
        if (i == a || i == b) continue;
        if (attackers_of(with, cliques, i, only(a) | only(b))) return true;
    }
    return false;
}

bool would_be_dropped(const AllianceNetwork& network, std::size_t a, std::size_t b) {
    AllianceNetwork without = network;
    without.set_allied(a, b, false);
    const auto cliques = maximal_cliques(without);
    return !attackers_of(without, cliques, a) || !attackers_of(without, cliques, b);
}

}  // namespace

void AllianceNetwork::set_allied(std::size_t a, std::size_t b, bool allied) {
    allies[a] = allied ? allies[a] | only(b) : allies[a] & ~only(b);
    allies[b] = allied ? allies[b] | only(a) : allies[b] & ~only(a);
}

void require_valid(const AllianceNetwork& network) {
    const std::size_t n = network.size();
    if (n == 0 || n > max_network_countries) {
        throw OptionError(fmt::format("A network has 1 to {} countries; {} were given.",
                                      max_network_countries, n));
    }
    if (!(network.defence_advantage > 0.0)) {
        throw OptionError("The advantage of the defender must be above zero.");
    }
    if (network.allies.size() != n) throw ShapeError("Each country needs its set of allies.");
    const CountrySet all = (CountrySet{1} << n) - 1;
    for (std::size_t i = 0; i < n; ++i) {
        if (!(network.strengths[i] >= 0.0) || !std::isfinite(network.strengths[i])) {
            throw OptionError("A strength is below zero or no number.");
        }
        bool is_fine = (network.allies[i] & ~all) == 0 && !network.are_allied(i, i);
        for (std::size_t j = 0; j < i; ++j) {
            is_fine = is_fine && network.are_allied(i, j) == network.are_allied(j, i);
        }
        if (!is_fine) throw ShapeError("Alliances must be mutual and with others.");
    }
}

std::vector<CountrySet> maximal_cliques(const AllianceNetwork& network) {
    require_valid(network);
    std::vector<CountrySet> found;
    grow(network, 0, (CountrySet{1} << network.size()) - 1, 0, found);
    std::ranges::sort(found);
    return found;
}

std::vector<Threat> find_threats(const AllianceNetwork& network) {
    const auto cliques = maximal_cliques(network);
    std::vector<Threat> threats;
    for (std::size_t i = 0; i < network.size(); ++i) {
        if (const auto attackers = attackers_of(network, cliques, i)) {
            threats.push_back({i, *attackers});
        }
    }
    return threats;
}

WarStability check_war_stability(const AllianceNetwork& network) {
    WarStability result{.threats = find_threats(network), .wanted = {}, .spare = {}};
    for (std::size_t a = 0; a < network.size(); ++a) {
        for (std::size_t b = a + 1; b < network.size(); ++b) {
            if (network.are_allied(a, b)) {
                if (would_be_dropped(network, a, b)) result.spare.emplace_back(a, b);
            } else if (would_be_added(network, a, b)) {
                result.wanted.emplace_back(a, b);
            }
        }
    }
    return result;
}

TradeHold trade_that_holds(const WarStability& stability, const Array2<double>& benefits,
                           double cost) {
    if (!(cost > 0.0)) throw OptionError("The cost of an alliance must be above zero.");
    TradeHold hold{.threshold = 0.0, .needs = {}};
    for (const CountryPair& pair : stability.spare) {
        const auto [a, b] = pair;
        if (std::max(a, b) >= benefits.rows() || benefits.rows() != benefits.columns()) {
            throw ShapeError("Trade benefits need a row and a column for each country.");
        }
        const double least = std::min(benefits(a, b), benefits(b, a));
        const double need = least > 0.0 ? cost / least : std::numeric_limits<double>::infinity();
        hold.needs.emplace_back(pair, need);
        if (!std::isfinite(need)) hold.threshold = std::nullopt;
        if (hold.threshold) hold.threshold = std::max(*hold.threshold, need);
    }
    std::ranges::stable_sort(hold.needs,
                             [](const auto& x, const auto& y) { return x.second > y.second; });
    return hold;
}

}  // namespace entente
