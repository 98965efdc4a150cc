#include "entente/realignment/hazard/calibration_groups.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

/// Twenty forecasts of .01 to .20 in ten countries, two each; the ten highest came true.
Backtest twenty_cases() {
    Backtest backtest;
    ForecastSeries series{.name = "L3"};
    for (std::size_t k = 0; k < 20; ++k) {
        backtest.cases.push_back(
            {.state = k % 10, .origin = 2000, .outcome = static_cast<std::uint8_t>(k >= 10)});
        series.probability.push_back(0.01 * static_cast<double>(k + 1));
    }
    backtest.models.push_back(series);
    return backtest;
}

TEST(CalibrationGroups, are_tenths_by_rank_with_what_was_said_and_came) {
    const auto groups = calibration_groups(twenty_cases(), 0, {.num_resamples = 50});

    ASSERT_EQ(groups.size(), 10U);
    EXPECT_NEAR(groups.front().mean_probability, 0.015, 1e-12);
    EXPECT_NEAR(groups.back().mean_probability, 0.195, 1e-12);
    EXPECT_EQ(groups[4].frequency, 0.0);
    EXPECT_EQ(groups[5].frequency, 1.0);
    EXPECT_EQ(groups[5].low, 1.0);
    EXPECT_EQ(groups[4].high, 0.0);
    for (const CalibrationGroup& group : groups) EXPECT_EQ(group.num_cases, 2U);
}

TEST(CalibrationGroups, fewer_forecasts_than_groups_leave_no_empty_one) {
    Backtest backtest = twenty_cases();
    backtest.cases.resize(3);
    backtest.models.front().probability.resize(3);

    EXPECT_EQ(calibration_groups(backtest, 0, {.num_resamples = 5}).size(), 3U);
}

TEST(CalibrationGroups, ranges_come_from_countries_that_differ) {
    Backtest backtest = twenty_cases();
    for (std::size_t k = 0; k < 20; ++k) {
        backtest.cases[k].outcome = static_cast<std::uint8_t>(k % 2);
    }

    const auto groups = calibration_groups(backtest, 0, {.num_resamples = 200});

    EXPECT_EQ(groups.front().frequency, 0.5);
    EXPECT_LT(groups.front().low, 0.5);
    EXPECT_GT(groups.front().high, 0.5);
}

}  // namespace
}  // namespace entente
