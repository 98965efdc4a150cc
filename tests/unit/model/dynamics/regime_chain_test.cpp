#include "entente/model/dynamics/regime_chain.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

RegimeChain chain_of(std::vector<std::vector<double>> rows,
                     std::vector<std::string> names = {"calm", "tense", "hostile"}) {
    names.resize(rows.size());
    Array2<double> next(rows.size(), rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t q = 0; q < rows.size(); ++q) next(r, q) = rows[r][q];
    }
    return {names, next};
}

// [eq:stationary] of two regimes: a / (a + b) with a the chance of leaving the other.
TEST(RegimeChain, long_run_of_two_regimes_in_closed_form) {
    const auto shares = stationary_shares(chain_of({{0.9, 0.1}, {0.3, 0.7}}));

    EXPECT_NEAR(shares[0], 0.75, 1e-14);
    EXPECT_NEAR(shares[1], 0.25, 1e-14);
}

// [eq:hitting-time] of two regimes: 1 / chance. Of three, k0 = 1 + .8 k0 + .2 k1 and
// k1 = 1 + .5 k0 + .25 k1 give k0 = 19, k1 = 14.
TEST(RegimeChain, years_until_a_regime_in_closed_form) {
    EXPECT_NEAR(expected_hitting_times(chain_of({{0.9, 0.1}, {0.3, 0.7}}), 1)[0], 10.0, 1e-12);
    const auto years =
        expected_hitting_times(chain_of({{0.8, 0.2, 0.0}, {0.5, 0.25, 0.25}, {0.1, 0.1, 0.8}}), 2);
    EXPECT_NEAR(years[0], 19.0, 1e-11);
    EXPECT_NEAR(years[1], 14.0, 1e-11);
    EXPECT_EQ(years[2], 0.0);
}

TEST(RegimeChain, years_are_infinite_where_the_regime_may_never_come) {
    const auto never = expected_hitting_times(chain_of({{1.0, 0.0}, {0.3, 0.7}}), 1);
    EXPECT_TRUE(std::isinf(never[0]));
    // From tense either calm for ever or hostile.
    const auto maybe =
        expected_hitting_times(chain_of({{1.0, 0.0, 0.0}, {0.5, 0.0, 0.5}, {0.0, 0.0, 1.0}}), 2);
    EXPECT_TRUE(std::isinf(maybe[1]));
    // What comes after the target does not count.
    const auto sure =
        expected_hitting_times(chain_of({{1.0, 0.0, 0.0}, {0.0, 0.5, 0.5}, {1.0, 0.0, 0.0}}), 2);
    EXPECT_NEAR(sure[1], 2.0, 1e-12);
}

// [eq:swing] of two regimes: variance = mu0 mu1 (x1 - x0)^2, persistence = 1 - a - b.
TEST(RegimeChain, swing_of_two_regimes_in_closed_form) {
    const PolicySwing swing = policy_swing(chain_of({{0.9, 0.1}, {0.3, 0.7}}), {2.0, 12.0});

    EXPECT_NEAR(swing.mean, 4.5, 1e-12);
    EXPECT_NEAR(swing.variance, 0.75 * 0.25 * 100.0, 1e-12);
    EXPECT_NEAR(swing.persistence, 0.6, 1e-12);
}

TEST(RegimeChain, refuses_chances_that_do_not_add_up_naming_both_regimes) {
    try {
        chain_of({{0.9, 0.2}, {0.3, 0.7}});
        FAIL();
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), HasSubstr("The chances of calm, tense after calm add up to 1.1"));
    }
    EXPECT_THROW(chain_of({{1.2, -0.2}, {0.3, 0.7}}), OptionError);
    EXPECT_THROW(RegimeChain({"a", "b"}, Array2<double>(1, 1, 1.0)), ShapeError);
}

TEST(RegimeChain, refuses_a_long_run_that_depends_on_the_start) {
    EXPECT_THROW(stationary_shares(chain_of({{1.0, 0.0}, {0.0, 1.0}})), OptionError);
}

TEST(RegimeChain, next_regime_follows_the_chances) {
    const RegimeChain chain = chain_of({{0.8, 0.2, 0.0}, {0.5, 0.25, 0.25}, {0.1, 0.1, 0.8}});

    EXPECT_EQ(chain.after(0, 0.79), 0U);
    EXPECT_EQ(chain.after(0, 0.81), 1U);
    EXPECT_EQ(chain.after(0, 1.0), 1U);
    EXPECT_EQ(chain.after(2, 0.15), 1U);
}

}  // namespace
}  // namespace entente
