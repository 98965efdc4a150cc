#include "entente/realignment/landscape/landscape.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "entente/base/error.hpp"
#include "support/random_landscapes.hpp"

namespace entente {
namespace {

using testing::random_landscape;

Landscape pair_with(double p) {
    Landscape landscape{{2.0, 3.0}, Array2<double>(2, 2)};
    landscape.propensities(0, 1) = landscape.propensities(1, 0) = p;
    return landscape;
}

// [eq:camp-energy] Sizes 2 and 3, p = .5: apart the pair counts 2 x 3 x .5 twice.
TEST(Landscape, energy_of_two_actors_is_their_propensity_counted_twice_when_apart) {
    const Landscape landscape = pair_with(0.5);

    EXPECT_NEAR(camp_energy(landscape, 0b00), 0.0, 1e-10);
    EXPECT_NEAR(camp_energy(landscape, 0b10), 6.0, 1e-10);
}

// [eq:camp-frustration] Seen from the first: 3 x .5.
TEST(Landscape, frustration_weighs_those_on_the_other_side_by_their_size) {
    EXPECT_NEAR(camp_frustration(pair_with(0.5), 0b10, 0), 1.5, 1e-10);
    EXPECT_NEAR(camp_frustration(pair_with(0.5), 0b00, 0), 0.0, 1e-10);
}

// [eq:flip-margin] Friends together: leaving costs 6, which is 3 per size of the first, 2 of the
// second; apart, both gain as much by joining.
TEST(Landscape, flip_margin_is_the_cost_of_changing_camp_over_size) {
    EXPECT_THAT(flip_margins(pair_with(0.5), 0b00),
                ::testing::ElementsAre(::testing::DoubleNear(3.0, 1e-10),
                                       ::testing::DoubleNear(2.0, 1e-10)));
    EXPECT_THAT(flip_margins(pair_with(0.5), 0b10),
                ::testing::ElementsAre(::testing::DoubleNear(-3.0, 1e-10),
                                       ::testing::DoubleNear(-2.0, 1e-10)));
}

TEST(Landscape, flip_margin_is_the_difference_of_energies_for_every_actor) {
    const Landscape landscape = random_landscape(9, 4);

    for (Camps camps = 0; camps < 512; camps += 38) {
        const auto margins = flip_margins(landscape, camps);
        for (std::size_t i = 0; i < 9; ++i) {
            const double step =
                camp_energy(landscape, after_flip(camps, i, 9)) - camp_energy(landscape, camps);
            EXPECT_NEAR(margins[i] * landscape.sizes[i], step, 1e-12);
        }
    }
}

TEST(Landscape, change_of_the_first_actor_moves_all_others) {
    EXPECT_EQ(after_flip(0b0010, 0, 4), 0b1100U);
    EXPECT_EQ(after_flip(0b0010, 2, 4), 0b0110U);
}

// What makes descent end: with mutual propensities a state that lowers its own frustration lowers
// the energy of all.
TEST(Landscape, energy_falls_whenever_a_state_lowers_its_frustration) {
    const Landscape landscape = random_landscape(8, 11);

    for (Camps camps = 0; camps < 256; camps += 2) {
        for (std::size_t i = 0; i < 8; ++i) {
            const Camps other = after_flip(camps, i, 8);
            const double gain =
                camp_frustration(landscape, camps, i) - camp_frustration(landscape, other, i);
            const double fall = camp_energy(landscape, camps) - camp_energy(landscape, other);
            EXPECT_NEAR(fall, 2.0 * landscape.sizes[i] * gain, 1e-12);
        }
    }
}

TEST(Landscape, refuses_what_is_no_landscape) {
    EXPECT_THROW(require_valid(random_landscape(1, 1)), OptionError);
    EXPECT_THROW(require_valid(random_landscape(25, 1)), OptionError);
    Landscape one_way = random_landscape(3, 1);
    one_way.propensities(0, 1) += 0.1;
    EXPECT_THROW(require_valid(one_way), ShapeError);
    Landscape no_size = random_landscape(3, 1);
    no_size.sizes[1] = 0.0;
    EXPECT_THROW(require_valid(no_size), OptionError);
    Landscape too_small = random_landscape(3, 1);
    too_small.sizes.push_back(1.0);
    EXPECT_THROW(require_valid(too_small), ShapeError);
}

}  // namespace
}  // namespace entente
