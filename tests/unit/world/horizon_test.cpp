#include "entente/world/horizon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "entente/base/error.hpp"

namespace entente {
namespace {

double share(int years, HorizonProfile profile) {
    return elasticity_share({.years = years, .profile = profile});
}

// The published paths to two digits, docs/theory/horizons.md.
TEST(Horizon, shares_follow_the_published_time_paths) {
    constexpr double two_digits = 0.0051;
    for (const auto& [years, standard, slow] :
         {std::tuple(1, 0.38, 0.25), std::tuple(3, 0.69, 0.51), std::tuple(5, 0.85, 0.67),
          std::tuple(10, 0.97, 0.88)}) {
        EXPECT_NEAR(share(years, HorizonProfile::standard), standard, two_digits) << years;
        EXPECT_NEAR(share(years, HorizonProfile::slow), slow, two_digits) << years;
    }
}

TEST(Horizon, long_run_is_the_whole_elasticity_and_shares_grow_toward_it) {
    EXPECT_EQ(elasticity_share({}), 1.0);
    for (int years = 1; years < max_horizon_years; ++years) {
        EXPECT_LT(share(years, HorizonProfile::slow), share(years + 1, HorizonProfile::slow));
        EXPECT_LT(share(years, HorizonProfile::slow), share(years, HorizonProfile::standard));
    }
}

TEST(Horizon, only_below_three_years_both_profiles_are_needed) {
    EXPECT_TRUE((Horizon{.years = 2}).needs_both_profiles());
    EXPECT_FALSE((Horizon{.years = 3}).needs_both_profiles());
    EXPECT_FALSE(Horizon{}.needs_both_profiles());
}

TEST(Horizon, names_that_are_none_are_refused_with_what_is_allowed) {
    EXPECT_EQ(horizon_named("long", "slow").profile, HorizonProfile::slow);
    EXPECT_EQ(horizon_named("10", "standard").years, 10);
    for (const char* const years : {"0", "51", "-1", "1.5", "soon", ""}) {
        EXPECT_THROW(horizon_named(years, "standard"), OptionError) << years;
    }
    EXPECT_THROW(horizon_named("1", "fast"), OptionError);
}

}  // namespace
}  // namespace entente
