#include "entente/numerics/poisson_interval.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

TEST(PoissonInterval, no_event_leaves_a_bound_above_only) {
    // exp(-m) = .05, so m = ln 20.
    const PoissonInterval interval = poisson_interval(0, 10.0, 0.9);

    EXPECT_EQ(interval.rate, 0.0);
    EXPECT_EQ(interval.low, 0.0);
    EXPECT_NEAR(interval.high, std::log(20.0) / 10.0, 1e-12);
}

TEST(PoissonInterval, bounds_leave_equal_tails) {
    const PoissonInterval interval = poisson_interval(3, 1.0, 0.95);

    // P(X >= 3) at the lower bound, P(X <= 3) at the upper one, written out.
    const double low = interval.low;
    const double high = interval.high;
    EXPECT_NEAR(1.0 - std::exp(-low) * (1.0 + low + low * low / 2.0), 0.025, 1e-12);
    EXPECT_NEAR(std::exp(-high) * (1.0 + high + high * high / 2.0 + high * high * high / 6.0),
                0.025, 1e-12);
    EXPECT_EQ(interval.rate, 3.0);
}

TEST(PoissonInterval, many_events_come_near_the_normal_interval) {
    const PoissonInterval interval = poisson_interval(10000, 1.0, 0.9);

    // 1.645 standard deviations of 100; the Poisson distribution is a little skew.
    EXPECT_NEAR(interval.low, 10000.0 - 164.5, 3.0);
    EXPECT_NEAR(interval.high, 10000.0 + 164.5, 4.0);
}

TEST(PoissonInterval, requests_without_sense_are_refused) {
    EXPECT_TRUE(std::isnan(poisson_interval(0, 0.0, 0.9).rate));
    EXPECT_THROW(poisson_interval(1, 1.0, 1.0), OptionError);
    EXPECT_THROW(poisson_interval(1, -1.0, 0.9), OptionError);
}

}  // namespace
}  // namespace entente
