#include "entente/realignment/landscape/temperature.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/realignment/landscape/enumeration.hpp"
#include "support/random_landscapes.hpp"

namespace entente {
namespace {

/// Sizes 2 and 3, p = .5: together E = 0, apart E = 6.
Landscape two_states() {
    Landscape landscape{{2.0, 3.0}, Array2<double>(2, 2)};
    landscape.propensities(0, 1) = landscape.propensities(1, 0) = 0.5;
    return landscape;
}

std::vector<double> chances(const Landscape& landscape, double temperature,
                            std::size_t threads = 1) {
    return chance_of_same_camp(landscape, enumerate_energies(landscape), 0, temperature, threads);
}

TEST(LandscapeTemperature, weighs_divisions_by_their_energy) {
    const std::vector<double> chance = chances(two_states(), 6.0);

    EXPECT_EQ(chance[0], 1.0) << "with itself";
    EXPECT_NEAR(chance[1], 1.0 / (1.0 + std::exp(-1.0)), 1e-15);
}

TEST(LandscapeTemperature, cold_leaves_the_lowest_and_heat_leaves_nothing) {
    EXPECT_EQ(chances(two_states(), 1e-3)[1], 1.0);
    EXPECT_NEAR(chances(two_states(), 1e9)[1], 0.5, 1e-8);
}

TEST(LandscapeTemperature, threads_change_no_byte) {
    const Landscape landscape = testing::random_landscape(14, 3);

    EXPECT_EQ(chances(landscape, 0.7, 1), chances(landscape, 0.7, 3));
}

TEST(LandscapeTemperature, refuses_what_makes_no_sense) {
    EXPECT_THROW(chances(two_states(), 0.0), OptionError);
    EXPECT_THROW(chances(two_states(), std::numeric_limits<double>::quiet_NaN()), OptionError);
    EXPECT_THROW(chance_of_same_camp(two_states(), {0.0}, 0, 1.0), ShapeError);
}

}  // namespace
}  // namespace entente
