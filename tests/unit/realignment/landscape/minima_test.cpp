#include "entente/realignment/landscape/minima.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/realignment/landscape/enumeration.hpp"
#include "support/random_landscapes.hpp"

namespace entente {
namespace {

using testing::random_landscape;
using testing::two_blocs;

CampMinima minima_of(const Landscape& landscape, std::size_t max_listed = 64) {
    return find_minima(landscape, enumerate_energies(landscape), max_listed);
}

Array2<double> saddles_of(const Landscape& landscape) {
    const auto energies = enumerate_energies(landscape);
    return find_saddles(landscape, energies, find_minima(landscape, energies));
}

void set_propensity(Landscape& landscape, std::size_t a, std::size_t b, double p) {
    landscape.propensities(a, b) = landscape.propensities(b, a) = p;
}

/// Divisions no single change improves, straight from the definition (no ties in random ones).
std::vector<Camps> plain_minima(const Landscape& landscape) {
    const std::size_t n = landscape.num_actors();
    std::vector<Camps> found;
    for (Camps camps = 0; camps < (Camps{1} << n); camps += 2) {
        bool is_lowest = true;
        for (std::size_t i = 0; i < n; ++i) {
            is_lowest = is_lowest && camp_energy(landscape, after_flip(camps, i, n)) >
                                         camp_energy(landscape, camps);
        }
        if (is_lowest) found.push_back(camps);
    }
    return found;
}

/// Lowest pass by relaxation: the highest energy on the way to each place, until nothing changes.
double plain_saddle(const Landscape& landscape, Camps from, Camps to) {
    const std::size_t n = landscape.num_actors();
    const auto energies = enumerate_energies_reference(landscape);
    std::vector<double> highest(energies.size(), 1e300);
    highest[from >> 1] = energies[from >> 1];
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t k = 0; k < energies.size(); ++k) {
            for (std::size_t i = 0; i < n; ++i) {
                const Camps other = after_flip(static_cast<Camps>(k << 1), i, n) >> 1;
                const double way = std::max(highest[k], energies[other]);
                if (way < highest[other]) {
                    highest[other] = way;
                    changed = true;
                }
            }
        }
    }
    return highest[to >> 1];
}

TEST(Minima, two_friends_stand_together_and_two_foes_apart) {
    Landscape pair{{1.0, 1.0}, Array2<double>(2, 2)};
    pair.propensities(0, 1) = pair.propensities(1, 0) = 1.0;
    EXPECT_EQ(minima_of(pair).listed.front().camps, 0b00U);
    pair.propensities(0, 1) = pair.propensities(1, 0) = -1.0;

    const CampMinima foes = minima_of(pair);

    EXPECT_EQ(foes.num_minima, 1U);
    EXPECT_EQ(foes.listed.front().camps, 0b10U);
    EXPECT_NEAR(foes.listed.front().energy, -2.0, 1e-10);
    EXPECT_DOUBLE_EQ(foes.listed.front().basin_share, 1.0);
}

TEST(Minima, are_the_divisions_nobody_can_improve) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Landscape landscape = random_landscape(9, seed);
        std::vector<Camps> found;
        for (const CampMinimum& one : minima_of(landscape).listed) found.push_back(one.camps);
        std::ranges::sort(found);

        EXPECT_EQ(found, plain_minima(landscape)) << seed;
    }
}

TEST(Minima, basins_add_up_to_all_divisions) {
    const CampMinima minima = minima_of(random_landscape(12, 3));
    double sum = 0.0;
    for (const CampMinimum& one : minima.listed) sum += one.basin_share;

    EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(Minima, do_not_depend_on_the_order_of_actors) {
    const Landscape landscape = random_landscape(10, 8);
    Landscape turned = landscape;
    for (std::size_t i = 0; i < 10; ++i) {
        turned.sizes[i] = landscape.sizes[9 - i];
        for (std::size_t j = 0; j < 10; ++j) {
            turned.propensities(i, j) = landscape.propensities(9 - i, 9 - j);
        }
    }

    const CampMinima before = minima_of(landscape);
    const CampMinima after = minima_of(turned);

    ASSERT_EQ(before.num_minima, after.num_minima);
    for (std::size_t m = 0; m < before.listed.size(); ++m) {
        EXPECT_NEAR(before.listed[m].energy, after.listed[m].energy, 1e-12);
        EXPECT_NEAR(before.listed[m].basin_share, after.listed[m].basin_share, 1e-12);
        for (std::size_t i = 1; i < 10; ++i) {
            EXPECT_EQ(are_apart(before.listed[m].camps, 0, i),
                      are_apart(after.listed[m].camps, 9, 9 - i));
        }
    }
}

TEST(Minima, do_not_depend_on_the_scale_of_propensities) {
    Landscape landscape = random_landscape(10, 9);
    const CampMinima before = minima_of(landscape);
    for (double& p : landscape.propensities.values()) p *= 1e-6;

    const CampMinima after = minima_of(landscape);

    ASSERT_EQ(before.num_minima, after.num_minima);
    for (std::size_t m = 0; m < before.listed.size(); ++m) {
        EXPECT_EQ(before.listed[m].camps, after.listed[m].camps);
        EXPECT_EQ(before.listed[m].basin_share, after.listed[m].basin_share);
    }
}

// Two states without ties may stand anywhere: four divisions are one minimum, not none.
TEST(Minima, states_without_ties_do_not_multiply_or_hide_minima) {
    Landscape landscape = random_landscape(8, 2);
    const CampMinima before = minima_of(landscape);
    Landscape more{landscape.sizes, Array2<double>(10, 10)};
    more.sizes.insert(more.sizes.end(), {1.0, 2.0});
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = 0; j < 8; ++j) {
            more.propensities(i, j) = landscape.propensities(i, j);
        }
    }

    const CampMinima after = minima_of(more);

    ASSERT_EQ(after.num_minima, before.num_minima);
    for (std::size_t m = 0; m < before.listed.size(); ++m) {
        EXPECT_EQ(after.listed[m].num_equal, 4U);
        EXPECT_EQ(after.listed[m].camps, before.listed[m].camps);
        EXPECT_NEAR(after.listed[m].basin_share, before.listed[m].basin_share, 1e-12);
    }
}

TEST(Minima, a_world_without_ties_is_one_flat_minimum) {
    const Landscape flat{std::vector<double>(6, 1.0), Array2<double>(6, 6)};

    const CampMinima minima = minima_of(flat);

    EXPECT_EQ(minima.num_minima, 1U);
    EXPECT_EQ(minima.listed.front().num_equal, 32U);
}

// {0,2|1} and {0|1,2} both cost 2 (-1 + .5); moving the third between them costs nothing.
TEST(Minima, equal_divisions_one_free_step_apart_are_one_minimum) {
    Landscape landscape{{1.0, 1.0, 1.0}, Array2<double>(3, 3)};
    set_propensity(landscape, 0, 1, -1.0);
    set_propensity(landscape, 0, 2, 0.5);
    set_propensity(landscape, 1, 2, 0.5);

    const CampMinima minima = minima_of(landscape);

    EXPECT_EQ(minima.num_minima, 1U);
    EXPECT_EQ(minima.listed.front().num_equal, 2U);
    EXPECT_NEAR(minima.listed.front().energy, -1.0, 1e-10);
}

// In {0,2|1,3} nobody gains alone, and 2 moves for nothing: .5 = 1 - .5. Once it has moved, 3 gains
// by going over: 1.2 - .5 - 1 < 0.
TEST(Minima, level_ground_with_a_way_down_is_no_minimum) {
    Landscape landscape{{1.0, 1.0, 1.0, 1.0}, Array2<double>(4, 4)};
    set_propensity(landscape, 0, 1, -5.0);
    set_propensity(landscape, 0, 2, 0.5);
    set_propensity(landscape, 1, 2, 1.0);
    set_propensity(landscape, 2, 3, -0.5);
    set_propensity(landscape, 0, 3, 1.0);
    set_propensity(landscape, 1, 3, 1.2);

    const CampMinima minima = minima_of(landscape);

    EXPECT_EQ(minima.num_minima, 1U);
    EXPECT_EQ(minima.listed.front().camps, 0b0110U);
    EXPECT_EQ(minima.listed.front().num_equal, 1U);
    EXPECT_DOUBLE_EQ(minima.listed.front().basin_share, 1.0);
}

// All shun all: every division into halves is a minimum, 4! / (2! 2!) / 2 = 3 of them.
TEST(Minima, all_are_counted_and_only_the_lowest_listed) {
    const CampMinima minima = minima_of(two_blocs(2, -1.0, -1.0), 2);

    EXPECT_EQ(minima.num_minima, 3U);
    EXPECT_EQ(minima.listed.size(), 2U);
}

// Two blocs of two, inside 1, across e: together energy 0, apart 2 x 4 e; to part, one leaves
// first: 2 (1 + 2 e).
TEST(Saddles, of_two_blocs_are_known_in_closed_form) {
    const double e = -0.1;
    const Landscape blocs = two_blocs(2, 1.0, e);
    const CampMinima minima = minima_of(blocs);

    ASSERT_EQ(minima.num_minima, 2U);
    EXPECT_NEAR(minima.listed[0].energy, 8.0 * e, 1e-10);
    EXPECT_EQ(minima.listed[0].camps, 0b1100U);
    EXPECT_NEAR(minima.listed[1].energy, 0.0, 1e-10);
    const auto saddles = saddles_of(blocs);
    EXPECT_NEAR(saddles(0, 1), 2.0 * (1.0 + 2.0 * e), 1e-10);
    EXPECT_EQ(saddles(0, 1), saddles(1, 0));
    EXPECT_NEAR(saddles(0, 0), 8.0 * e, 1e-10);
}

TEST(Saddles, are_the_lowest_passes_of_all_paths) {
    std::size_t num_pairs = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Landscape landscape = random_landscape(8, seed);
        const CampMinima minima = minima_of(landscape);
        const auto saddles = saddles_of(landscape);
        for (std::size_t a = 0; a < minima.listed.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                ++num_pairs;
                EXPECT_NEAR(saddles(a, b),
                            plain_saddle(landscape, minima.listed[a].camps, minima.listed[b].camps),
                            1e-11)
                    << seed;
            }
        }
    }
    EXPECT_GT(num_pairs, 10U);
}

TEST(Minima, do_not_depend_on_the_number_of_threads) {
    const Landscape landscape = random_landscape(17, 1);
    const auto energies = enumerate_energies(landscape);

    const CampMinima one = find_minima(landscape, energies, 64, 1);
    const CampMinima three = find_minima(landscape, energies, 64, 3);

    ASSERT_EQ(one.listed.size(), three.listed.size());
    for (std::size_t m = 0; m < one.listed.size(); ++m) {
        EXPECT_EQ(one.listed[m].camps, three.listed[m].camps);
        EXPECT_EQ(one.listed[m].basin_share, three.listed[m].basin_share);
    }
}

TEST(Minima, refuses_energies_of_another_landscape) {
    EXPECT_THROW(find_minima(random_landscape(5, 1), std::vector<double>(4)), ShapeError);
    EXPECT_THROW(find_saddles(random_landscape(5, 1), std::vector<double>(4), {}), ShapeError);
}

}  // namespace
}  // namespace entente
