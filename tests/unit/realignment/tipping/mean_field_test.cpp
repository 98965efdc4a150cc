#include "entente/realignment/tipping/mean_field.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

const MeanField two_states{.sharpness = 1.0, .coupling = 2.0};

// [eq:fold-alignment] sqrt(1/2); [eq:fold-pressure] sqrt(2) - ln(1 + sqrt(2)).
TEST(MeanField, fold_of_sharpness_one_and_coupling_two) {
    const Fold fold = fold_of(two_states).value();

    EXPECT_NEAR(fold.alignment, std::sqrt(0.5), 1e-10);
    EXPECT_NEAR(fold.pressure, std::sqrt(2.0) - std::log(1.0 + std::sqrt(2.0)), 1e-10);
    EXPECT_NEAR(fold.pressure, 0.5328399754, 1e-10);
}

TEST(MeanField, there_is_no_fold_without_enough_coupling) {
    EXPECT_FALSE(fold_of({.sharpness = 1.0, .coupling = 1.0}));
    EXPECT_FALSE(fold_of({.sharpness = 2.0, .coupling = 0.4}));
    EXPECT_FALSE(sweep_pressure({.sharpness = 1.0, .coupling = 0.5}, 2.0, 50).jump_up);
}

// [eq:mean-field-pressure] is the inverse of [eq:mean-field-rate] = 0.
TEST(MeanField, rate_is_zero_at_the_pressure_that_holds_an_alignment) {
    for (const double a : {-0.99, -0.3, 0.0, 0.5, 0.9}) {
        EXPECT_NEAR(two_states.rate(a, two_states.pressure_at(a)), 0.0, 1e-14);
    }
}

TEST(MeanField, three_states_inside_the_fold_and_one_outside) {
    const double critical = fold_of(two_states)->pressure;

    EXPECT_EQ(steady_states(two_states, 0.0).size(), 3U);
    EXPECT_EQ(steady_states(two_states, critical - 1e-6).size(), 3U);
    EXPECT_EQ(steady_states(two_states, critical + 1e-6).size(), 1U);
    EXPECT_EQ(steady_states(two_states, -critical - 1e-6).size(), 1U);
}

// At pressure 0 the outer states solve a = tanh(2 a).
TEST(MeanField, states_without_pressure_are_mirror_images) {
    const auto states = steady_states(two_states, 0.0);

    EXPECT_NEAR(states[0], -states[2], 1e-14);
    EXPECT_NEAR(states[1], 0.0, 1e-14);
    EXPECT_NEAR(states[2], std::tanh(2.0 * states[2]), 1e-14);
}

TEST(MeanField, every_state_is_at_rest) {
    for (double h = -3.0; h <= 3.0; h += 0.05) {
        for (const double a : steady_states({.sharpness = 1.7, .coupling = 1.3}, h)) {
            EXPECT_NEAR(MeanField({.sharpness = 1.7, .coupling = 1.3}).rate(a, h), 0.0, 1e-14);
        }
    }
}

TEST(MeanField, sweep_jumps_at_the_pressures_of_the_fold) {
    for (const MeanField& model : {two_states, MeanField{2.5, 0.7}, MeanField{0.4, 9.0}}) {
        const double critical = fold_of(model)->pressure;
        const Sweep sweep = sweep_pressure(model, 2.0 * critical, 400);

        EXPECT_NEAR(sweep.jump_up.value(), critical, 1e-10);
        EXPECT_NEAR(sweep.jump_down.value(), -critical, 1e-10);
    }
}

TEST(MeanField, way_back_differs_from_way_out_between_the_jumps) {
    const Sweep sweep = sweep_pressure(two_states, 1.0, 200);

    // Both ways at pressure 0, the middle of the range.
    EXPECT_LT(sweep.up[100].alignment, -0.9);
    EXPECT_GT(sweep.down[100].alignment, 0.9);
    EXPECT_NEAR(sweep.up.back().alignment, sweep.down.front().alignment, 1e-14);
}

TEST(MeanField, sweep_that_stays_inside_the_fold_does_not_jump) {
    EXPECT_FALSE(sweep_pressure(two_states, 0.4, 50).jump_up);
}

TEST(MeanField, refuses_values_without_sense) {
    EXPECT_THROW(fold_of({.sharpness = 0.0, .coupling = 1.0}), OptionError);
    EXPECT_THROW(steady_states({.sharpness = 1.0, .coupling = -1.0}, 0.0), OptionError);
    EXPECT_THROW(sweep_pressure(two_states, 0.0, 10), OptionError);
    EXPECT_THROW(sweep_pressure(two_states, 1.0, 1), OptionError);
}

}  // namespace
}  // namespace entente
