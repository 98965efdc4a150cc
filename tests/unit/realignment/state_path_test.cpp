#include "entente/realignment/state_path.hpp"

#include <gtest/gtest.h>

#include <array>

namespace entente::detail {
namespace {

// [eq:position-walk] With v = 1 and w = .19 a year keeps rho = .9 of a position.
constexpr WalkVariances nine_tenths{.step = 0.19, .all = 1.0};

TEST(StatePath, filter_weighs_by_precision) {
    const std::array years{2000, 2001};
    const std::array<YearSignal, 2> signals{{{1.0, 1.0}, {0.0, 0.0}}};

    const auto path = filter_path(years, signals, nine_tenths);

    EXPECT_NEAR(path[0].mean, 0.5, 1e-12);
    EXPECT_NEAR(path[0].variance, 0.5, 1e-12);
    EXPECT_NEAR(path[1].mean, 0.45, 1e-12);
    EXPECT_NEAR(path[1].variance, 0.81 * 0.5 + 0.19, 1e-12);
}

// Two years, one signal in the second: E[theta_1 | theta_2] = .9 theta_2 for unit variances, so the
// signal of precision 1 moves the second year by half and the first by .45 of it.
TEST(StatePath, smoother_carries_a_later_signal_back) {
    const std::array years{2000, 2001};
    const std::array<YearSignal, 2> signals{{{0.0, 0.0}, {1.0, 1.0}}};

    const auto filtered = filter_path(years, signals, nine_tenths);
    const auto path = smooth_path(years, filtered, nine_tenths);

    EXPECT_NEAR(path[1].mean, 0.5, 1e-12);
    EXPECT_NEAR(path[0].mean, 0.45, 1e-12);
    EXPECT_NEAR(path[0].variance, 1.0 - 0.81 * 0.5, 1e-12);
}

TEST(StatePath, a_gap_of_two_years_is_two_steps) {
    const PathPoint once = after_years({.mean = 1.0, .variance = 0.2}, 1, nine_tenths);

    const PathPoint twice = after_years(once, 1, nine_tenths);

    const PathPoint gap = after_years({.mean = 1.0, .variance = 0.2}, 2, nine_tenths);
    EXPECT_NEAR(gap.mean, twice.mean, 1e-12);
    EXPECT_NEAR(gap.variance, twice.variance, 1e-12);
}

TEST(StatePath, a_year_given_the_next_is_the_smoother_given_certainty) {
    const PathPoint point = before_year({.mean = 0.0, .variance = 1.0}, 1, nine_tenths, 2.0);

    EXPECT_NEAR(point.mean, 1.8, 1e-12);
    EXPECT_NEAR(point.variance, 0.19, 1e-12);
}

}  // namespace
}  // namespace entente::detail
