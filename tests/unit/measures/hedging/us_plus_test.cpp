#include "entente/measures/hedging/us_plus.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"

namespace entente {
namespace {

const Series trade{"USITC", "goods and services"};

/// Flow with the anchor grows by `growth`, the world by 21 percent (10 percent at the half power).
PlusInput window(double growth, double reliance_change, double noise_sd = 0.0) {
    return {.anchor_then = {trade, 2006, 100.0},
            .anchor_now = {trade, 2011, 100.0 * growth},
            .world_then = {trade, 2006, 1000.0},
            .world_now = {trade, 2011, 1210.0},
            .reliance_change = {reliance_change, noise_sd}};
}

TEST(UsPlus, four_classes_and_a_dead_band) {
    EXPECT_EQ(us_plus(window(1.2, -0.3)).klass, PlusClass::us_plus);
    EXPECT_EQ(us_plus(window(1.0, -0.3)).klass, PlusClass::decoupling);
    EXPECT_EQ(us_plus(window(1.2, 0.3)).klass, PlusClass::deepening);
    EXPECT_EQ(us_plus(window(1.0, 0.3)).klass, PlusClass::contracting);
    EXPECT_EQ(us_plus(window(1.2, -0.09)).klass, PlusClass::indeterminate);
    EXPECT_EQ(us_plus(window(1.2, 0.09)).klass, PlusClass::indeterminate);
}

TEST(UsPlus, keep_is_measured_against_the_root_of_world_growth) {
    EXPECT_NEAR(us_plus(window(0.55, -0.3)).keep, 0.5, 1e-14);
    EXPECT_EQ(us_plus(window(3.0, -0.3)).keep, 1.0) << "clipped";
    EXPECT_NEAR(us_plus(window(0.55, -0.3)).log_keep, std::log(0.5), 1e-14);
}

TEST(UsPlus, the_score_stands_only_where_the_class_is_us_plus) {
    EXPECT_NEAR(*us_plus(window(1.2, -0.3)).score, 100.0 * std::sqrt(1.0 - std::exp(-0.3)), 1e-12);
    EXPECT_FALSE(us_plus(window(1.0, -0.3)).score);
    EXPECT_FALSE(us_plus(window(1.2, 0.3)).score);
    EXPECT_FALSE(us_plus(window(1.2, -0.05)).score);
}

TEST(UsPlus, without_noise_the_class_is_certain) {
    const PlusResult result = us_plus(window(1.2, -0.3));

    EXPECT_EQ(result.probability, 1.0);
}

TEST(UsPlus, noise_spreads_over_the_classes_and_adds_up) {
    const PlusResult result = us_plus(window(1.2, -0.2, 0.1));

    const auto& p = result.probabilities;
    EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 1.0, 1e-15);
    // One standard deviation from the dead band.
    EXPECT_NEAR(result.probability, 0.841344746068543, 1e-12);
    EXPECT_EQ(p[static_cast<std::size_t>(PlusClass::decoupling)], 0.0) << "the flows were kept";
}

double probability_of(const PlusResult& result, PlusClass klass) {
    return result.probabilities[static_cast<std::size_t>(klass)];
}

TEST(UsPlusOfTwoPublishers, one_error_moves_flow_and_reliance_together) {
    // Kept for errors from -.1, relies less up to -.05, more from .15; standard deviation .1.
    const PlusResult result = us_plus({.log_keep = 0.1, .reliance_change = -0.05, .noise_sd = 0.1});

    EXPECT_EQ(result.klass, PlusClass::indeterminate);
    // Phi(-.5) - Phi(-1), Phi(-1), 1 - Phi(1.5), nothing, Phi(1.5) - Phi(-.5)
    EXPECT_NEAR(probability_of(result, PlusClass::us_plus), 0.149882284795, 1e-11);
    EXPECT_NEAR(probability_of(result, PlusClass::decoupling), 0.158655253931, 1e-11);
    EXPECT_NEAR(probability_of(result, PlusClass::deepening), 0.066807201269, 1e-11);
    EXPECT_EQ(probability_of(result, PlusClass::contracting), 0.0);
    EXPECT_NEAR(probability_of(result, PlusClass::indeterminate), 0.624655260005, 1e-11);
}

TEST(UsPlusOfTwoPublishers, what_was_not_kept_may_contract_but_never_be_us_plus) {
    const PlusResult result = us_plus({.log_keep = -0.3, .reliance_change = 0.0, .noise_sd = 0.17});

    EXPECT_EQ(probability_of(result, PlusClass::us_plus), 0.0);
    EXPECT_GT(probability_of(result, PlusClass::contracting), 0.0);
    const auto& p = result.probabilities;
    EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 1.0, 1e-15);
}

TEST(UsPlusOfTwoPublishers, noise_must_be_stated) {
    EXPECT_THROW(us_plus({.log_keep = 0.1, .reliance_change = -0.2, .noise_sd = 0.0}), OptionError);
}

TEST(UsPlus, growth_adds_up) {
    const GrowthAccount account =
        growth_account({trade, 2006, 20.0}, {trade, 2011, 22.0}, {trade, 2006, 100.0},
                       {trade, 2011, 130.0}, {trade, 2006, 1000.0}, {trade, 2011, 1210.0});

    EXPECT_NEAR(account.total_growth, 0.3, 1e-14);
    EXPECT_NEAR(account.from_anchor, 0.02, 1e-14);
    EXPECT_NEAR(account.rest_growth, 28.0 / 80.0, 1e-14);
    EXPECT_NEAR(account.anchor_share * account.anchor_growth +
                    (1.0 - account.anchor_share) * account.rest_growth,
                account.total_growth, 1e-14);
    EXPECT_NEAR(account.world_growth, 0.21, 1e-14);
    EXPECT_NEAR(account.share_change, 22.0 / 130.0 - 0.2, 1e-14);
}

TEST(UsPlus, two_publishers_in_one_flow_are_refused) {
    PlusInput mixed = window(1.2, -0.3);
    mixed.anchor_now.series.publisher = "CEPII";

    EXPECT_THROW(us_plus(mixed), DataError);
    EXPECT_THROW(growth_account(mixed.anchor_then, mixed.anchor_now, mixed.world_then,
                                mixed.world_now, mixed.world_then, mixed.world_now),
                 DataError);
}

TEST(UsPlus, a_flow_of_zero_is_refused) {
    PlusInput empty = window(1.2, -0.3);
    empty.anchor_then.value = 0.0;

    EXPECT_THROW(us_plus(empty), DataError);
}

}  // namespace
}  // namespace entente
