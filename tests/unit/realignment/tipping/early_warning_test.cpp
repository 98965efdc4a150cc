#include "entente/realignment/tipping/early_warning.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/realignment/tipping/ar1_series.hpp"
#include "entente/realignment/tipping/smoothed_persistence.hpp"

namespace entente {
namespace {

const EarlyWarningOptions quick{.num_surrogates = 200, .seed = 3};

// [eq:ar1] Mean 0; products -1 -1 -1 over squares 4.
TEST(EarlyWarning, autocorrelation_of_an_alternating_series) {
    const std::vector<double> series{1.0, -1.0, 1.0, -1.0};

    EXPECT_NEAR(lag_one_autocorrelation(series), -0.75, 1e-10);
    EXPECT_EQ(lag_one_autocorrelation(std::vector<double>(5, 2.0)), 0.0);
}

// [eq:smoothed-ar1] Smoothing hardly touches a long series under a wide kernel, and takes much of a
// persistent one under a narrow kernel.
TEST(EarlyWarning, persistence_before_smoothing_is_above_that_of_residuals) {
    EXPECT_NEAR(SmoothedPersistence(200, 100.0).before_smoothing(0.0), 0.0, 0.03);
    EXPECT_GT(SmoothedPersistence(60, 6.0).before_smoothing(0.5), 0.6);
}

TEST(EarlyWarning, persistence_of_known_series_is_recovered_on_average) {
    double mean = 0.0;
    constexpr int num_series = 200;
    for (int k = 0; k < num_series; ++k) {
        const auto series = detail::ar1_series(0.7, 80, 5, static_cast<std::size_t>(k));
        std::vector<double> residuals = kernel_trend(series, 8.0);
        for (std::size_t t = 0; t < series.size(); ++t) residuals[t] = series[t] - residuals[t];
        mean += lag_one_autocorrelation(residuals) / num_series;
    }

    // The mean of ratios is not the ratio of means; at this length they differ by some .03.
    EXPECT_NEAR(SmoothedPersistence(80, 8.0).before_smoothing(mean), 0.7, 0.05);
}

// [eq:kernel-trend] Weights 1 and e^(-1/2).
TEST(EarlyWarning, trend_is_a_mean_weighted_by_nearness) {
    const double k = std::exp(-0.5);

    const auto trend = kernel_trend(std::vector<double>{0.0, 3.0}, 1.0);

    EXPECT_NEAR(trend[0], 3.0 * k / (1.0 + k), 1e-12);
    EXPECT_NEAR(trend[1], 3.0 / (1.0 + k), 1e-12);
}

TEST(EarlyWarning, trend_of_a_constant_is_the_constant) {
    for (const double x : kernel_trend(std::vector<double>(9, 2.5), 2.0)) {
        EXPECT_NEAR(x, 2.5, 1e-14);
    }
}

TEST(EarlyWarning, windows_are_half_of_the_series) {
    const EarlyWarning found = detect_early_warning(simulate_fold({}, 60, 1, 0), quick);

    EXPECT_EQ(found.window, 30U);
    EXPECT_EQ(found.autocorrelation.values.size(), 31U);
    EXPECT_EQ(found.residuals.size(), 60U);
}

TEST(EarlyWarning, does_not_depend_on_scale_level_or_threads) {
    const auto series = simulate_fold({}, 50, 2, 0);
    std::vector<double> moved;
    for (const double x : series) moved.push_back(8.0 * x + 4.0);

    const EarlyWarning one = detect_early_warning(series, quick, 1);
    const EarlyWarning other = detect_early_warning(moved, quick, 3);

    EXPECT_NEAR(one.variance.tau, other.variance.tau, 1e-12);
    EXPECT_NEAR(one.autocorrelation.tau, other.autocorrelation.tau, 1e-12);
    EXPECT_NEAR(one.variance.p_value, other.variance.p_value, 0.011);
    EXPECT_EQ(detect_early_warning(series, quick, 2).variance.p_value, one.variance.p_value);
}

TEST(EarlyWarning, growing_swings_raise_the_variance_in_every_window) {
    std::vector<double> series;
    RandomStream stream({.seed = 1});
    for (int t = 0; t < 60; ++t) series.push_back((stream.uniform() - 0.5) * (1.0 + t));

    const EarlyWarning found = detect_early_warning(series, quick);

    EXPECT_GT(found.variance.tau, 0.9);
    EXPECT_LT(found.variance.p_value, 0.05);
}

// Four standard errors of a share of .05 in 400 series are .044.
TEST(EarlyWarning, false_alarms_keep_their_level_without_any_change) {
    for (const double persistence : {0.0, 0.6}) {
        const DetectionRate rate = false_alarm_rate(persistence, 60, 0.05, 400, quick);

        EXPECT_NEAR(rate.by_autocorrelation, 0.05, 0.044) << persistence;
        EXPECT_NEAR(rate.by_variance, 0.05, 0.044) << persistence;
    }
}

// Four standard errors of a share of .05 in 200 series end at .11; the power is near .2.
TEST(EarlyWarning, series_before_a_fold_are_found_more_often_than_by_chance) {
    const DetectionRate power = detection_power({}, 150, 0.05, 200, {.num_surrogates = 99});

    EXPECT_GT(power.by_variance, 0.11);
}

TEST(EarlyWarning, simulated_folds_have_not_tipped_and_differ_by_number) {
    const auto one = simulate_fold({}, 70, 1, 0);

    for (const double a : one) EXPECT_LT(a, 0.0);
    EXPECT_EQ(one, simulate_fold({}, 70, 1, 0));
    EXPECT_NE(one, simulate_fold({}, 70, 1, 1));
}

TEST(EarlyWarning, refuses_series_and_options_without_sense) {
    std::vector<double> series = simulate_fold({}, 40, 1, 0);
    EXPECT_THROW(detect_early_warning(std::vector<double>(19, 1.0)), OptionError);
    EXPECT_THROW(detect_early_warning(std::vector<double>(30, 1.0)), OptionError);
    EXPECT_THROW(detect_early_warning(series, {.window_share = 1.0}), OptionError);
    EXPECT_THROW(detect_early_warning(series, {.bandwidth_share = 0.0}), OptionError);
    EXPECT_THROW(detect_early_warning(series, {.num_surrogates = 0}), OptionError);
    EXPECT_THROW(simulate_fold({.model = {1.0, 0.5}}, 40, 1, 0), OptionError);
    EXPECT_THROW(simulate_fold({.noise = 9.0}, 400, 1, 0), OptionError);
    EXPECT_THROW(false_alarm_rate(1.0, 40, 0.05, 10, quick), OptionError);
    EXPECT_THROW(detection_power({}, 40, 0.0, 10, quick), OptionError);
    series[3] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(detect_early_warning(series), OptionError);
}

}  // namespace
}  // namespace entente
