#include "entente/realignment/network/war_stability.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

AllianceNetwork network_of(std::vector<double> strengths, const std::vector<CountryPair>& links,
                           double advantage = 1.0) {
    const std::size_t n = strengths.size();
    AllianceNetwork network{std::move(strengths), std::vector<CountrySet>(n, 0), advantage};
    for (const auto& [a, b] : links) network.set_allied(a, b, true);
    return network;
}

AllianceNetwork random_network(std::size_t n, std::uint64_t seed, double density) {
    RandomStream stream({.seed = seed});
    AllianceNetwork network{std::vector<double>(n), std::vector<CountrySet>(n, 0)};
    for (double& m : network.strengths) m = stream.uniform();
    network.defence_advantage = 0.5 + 1.5 * stream.uniform();
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b < a; ++b) network.set_allied(a, b, stream.uniform() < density);
    }
    return network;
}

bool is_clique(const AllianceNetwork& network, CountrySet members) {
    for (std::size_t i = 0; i < network.size(); ++i) {
        if (!((members >> i) & 1U)) continue;
        if ((members & ~network.allies[i]) != (CountrySet{1} << i)) return false;
    }
    return true;
}

double total(const AllianceNetwork& network, CountrySet members) {
    double sum = 0.0;
    for (std::size_t i = 0; i < network.size(); ++i) {
        if ((members >> i) & 1U) sum += network.strengths[i];
    }
    return sum;
}

/// [eq:vulnerable] over every set of countries.
bool plainly_vulnerable(const AllianceNetwork& network, std::size_t i, CountrySet must_hold = 0) {
    for (CountrySet c = 1; c < (CountrySet{1} << network.size()); ++c) {
        if (((c >> i) & 1U) || (c & must_hold) != must_hold || !is_clique(network, c)) continue;
        const CountrySet defenders = (CountrySet{1} << i) | (network.allies[i] & ~c);
        if (total(network, c) > network.defence_advantage * total(network, defenders)) return true;
    }
    return false;
}

WarStability plain_stability(const AllianceNetwork& network) {
    WarStability result;
    const std::size_t n = network.size();
    for (std::size_t i = 0; i < n; ++i) {
        if (plainly_vulnerable(network, i)) result.threats.push_back({i, 0});
    }
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            AllianceNetwork changed = network;
            changed.set_allied(a, b, !network.are_allied(a, b));
            if (network.are_allied(a, b)) {
                if (!plainly_vulnerable(changed, a) || !plainly_vulnerable(changed, b)) {
                    result.spare.emplace_back(a, b);
                }
                continue;
            }
            for (std::size_t i = 0; i < n; ++i) {
                if (i == a || i == b) continue;
                const CountrySet both = (CountrySet{1} << a) | (CountrySet{1} << b);
                if (plainly_vulnerable(changed, i, both)) {
                    result.wanted.emplace_back(a, b);
                    break;
                }
            }
        }
    }
    return result;
}

TEST(WarStability, cliques_of_a_triangle_with_a_tail_and_a_loner) {
    const auto network = network_of({1, 1, 1, 1, 1}, {{0, 1}, {0, 2}, {1, 2}, {2, 3}});

    EXPECT_THAT(maximal_cliques(network), ElementsAre(0b00111U, 0b01100U, 0b10000U));
}

TEST(WarStability, cliques_are_all_maximal_groups) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto network = random_network(9, seed, 0.5);
        std::vector<CountrySet> plain;
        for (CountrySet c = 1; c < 512; ++c) {
            if (!is_clique(network, c)) continue;
            bool grows = false;
            for (std::size_t i = 0; i < 9; ++i) {
                const CountrySet more = c | (CountrySet{1} << i);
                grows = grows || (more != c && is_clique(network, more));
            }
            if (!grows) plain.push_back(c);
        }
        EXPECT_EQ(maximal_cliques(network), plain) << seed;
    }
}

// [eq:vulnerable] 3 beats 2 alone, but not 2 with an ally of 2.
TEST(WarStability, an_ally_protects) {
    const auto alone = network_of({3.0, 2.0, 2.0}, {});
    const auto allied = network_of({3.0, 2.0, 2.0}, {{1, 2}});

    EXPECT_EQ(find_threats(alone).size(), 2U);
    // The two now beat the strongest.
    ASSERT_EQ(find_threats(allied).size(), 1U);
    EXPECT_EQ(find_threats(allied).front().country, 0U);
    EXPECT_EQ(find_threats(allied).front().attackers, 0b110U);
}

// A triangle of equals: any two beat the third, who is their ally, unless defence counts double.
TEST(WarStability, allies_can_turn_on_an_ally) {
    const std::vector<CountryPair> triangle{{0, 1}, {0, 2}, {1, 2}};

    EXPECT_EQ(find_threats(network_of({1, 1, 1}, triangle, 1.9)).size(), 3U);
    EXPECT_THAT(find_threats(network_of({1, 1, 1}, triangle, 2.0)), IsEmpty());
}

TEST(WarStability, agrees_with_every_set_of_countries) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto network = random_network(7, 500 + seed, 0.2 + 0.01 * static_cast<double>(seed));
        const WarStability fast = check_war_stability(network);
        const WarStability plain = plain_stability(network);

        ASSERT_EQ(fast.threats.size(), plain.threats.size()) << seed;
        for (std::size_t k = 0; k < fast.threats.size(); ++k) {
            EXPECT_EQ(fast.threats[k].country, plain.threats[k].country);
            EXPECT_TRUE(is_clique(network, fast.threats[k].attackers));
        }
        EXPECT_EQ(fast.wanted, plain.wanted) << seed;
        EXPECT_EQ(fast.spare, plain.spare) << seed;
    }
}

// The result of Jackson and Nei (2015): without trade nothing but the empty network holds. Here all
// networks of four and five countries, for random strengths and advantages.
TEST(WarStability, without_trade_no_network_with_alliances_is_war_stable) {
    for (const std::size_t n : {3U, 4U, 5U}) {
        const std::size_t num_pairs = n * (n - 1) / 2;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            auto network = random_network(n, 900 + seed, 0.0);
            for (std::uint32_t links = 1; links < (1U << num_pairs); ++links) {
                std::size_t k = 0;
                for (std::size_t a = 0; a < n; ++a) {
                    for (std::size_t b = 0; b < a; ++b, ++k) {
                        network.set_allied(a, b, ((links >> k) & 1U) != 0);
                    }
                }
                ASSERT_FALSE(check_war_stability(network).is_war_stable()) << n << " " << links;
            }
        }
    }
}

TEST(WarStability, equals_without_alliances_are_war_stable_where_two_cannot_beat_one) {
    EXPECT_TRUE(check_war_stability(network_of({1, 1, 1}, {}, 2.0)).is_war_stable());
    EXPECT_FALSE(check_war_stability(network_of({1, 1, 1}, {}, 1.9)).is_war_stable());
}

// [eq:trade-threshold] Both ties are spare; the second pays least to its worse side: 1 / .25.
TEST(WarStability, trade_must_pay_the_worse_side_of_the_poorest_spare_alliance) {
    const WarStability stability =
        check_war_stability(network_of({1, 1, 1, 1}, {{0, 1}, {2, 3}}, 4.0));
    Array2<double> benefits(4, 4, 0.0);
    benefits(0, 1) = 2.0;
    benefits(1, 0) = 0.5;
    benefits(2, 3) = 0.25;
    benefits(3, 2) = 8.0;

    const TradeHold hold = trade_that_holds(stability, benefits, 1.0);

    EXPECT_NEAR(hold.threshold.value(), 4.0, 1e-12);
    EXPECT_EQ(hold.needs.front().first, CountryPair(2, 3));
    EXPECT_NEAR(hold.needs.back().second, 2.0, 1e-12);
    benefits(3, 2) = 0.0;
    EXPECT_FALSE(trade_that_holds(stability, benefits, 1.0).threshold);
    EXPECT_EQ(trade_that_holds({}, benefits, 1.0).threshold, 0.0);
}

TEST(WarStability, thirty_countries_are_checked) {
    const auto network = random_network(30, 5, 0.3);

    EXPECT_GT(maximal_cliques(network).size(), 30U);
}

TEST(WarStability, refuses_what_is_no_network) {
    EXPECT_THROW(maximal_cliques(AllianceNetwork{}), OptionError);
    EXPECT_THROW(maximal_cliques(network_of(std::vector<double>(31, 1.0), {})), OptionError);
    EXPECT_THROW(maximal_cliques(network_of({1, -1}, {})), OptionError);
    EXPECT_THROW(maximal_cliques(network_of({1, 1}, {}, 0.0)), OptionError);
    AllianceNetwork one_way = network_of({1, 1}, {});
    one_way.allies[0] = 0b10;
    EXPECT_THROW(maximal_cliques(one_way), ShapeError);
    one_way.allies.pop_back();
    EXPECT_THROW(maximal_cliques(one_way), ShapeError);
    EXPECT_THROW(trade_that_holds({}, {}, 0.0), OptionError);
    const auto spare = check_war_stability(network_of({1, 1}, {{0, 1}}, 4.0));
    EXPECT_THROW(trade_that_holds(spare, {}, 1.0), ShapeError);
}

}  // namespace
}  // namespace entente
