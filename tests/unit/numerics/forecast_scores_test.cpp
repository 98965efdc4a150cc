#include "entente/numerics/forecast_scores.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "entente/base/random_stream.hpp"

namespace entente {
namespace {

using Outcome = std::vector<std::uint8_t>;

TEST(AreaUnderRoc, counts_pairs_put_in_the_right_order) {
    const std::vector<double> p{0.1, 0.4, 0.35, 0.8};

    EXPECT_EQ(area_under_roc(p, Outcome{0, 0, 1, 1}), 0.75);
    EXPECT_EQ(area_under_roc(p, Outcome{0, 0, 0, 1}), 1.0);
    EXPECT_EQ(area_under_roc(std::vector<double>{0.2, 0.2, 0.2}, Outcome{0, 1, 0}), 0.5);
    EXPECT_TRUE(std::isnan(area_under_roc(p, Outcome{0, 0, 0, 0})));
}

TEST(AveragePrecision, is_one_for_a_perfect_order_and_the_share_of_events_for_none) {
    const std::vector<double> p{0.1, 0.4, 0.35, 0.8};

    EXPECT_EQ(average_precision(p, Outcome{0, 1, 0, 1}), 1.0);
    // Found at ranks 1 and 3: (1 + 2/3) / 2.
    EXPECT_NEAR(average_precision(p, Outcome{0, 0, 1, 1}), 5.0 / 6.0, 1e-15);
    EXPECT_EQ(average_precision(std::vector<double>(4, 0.3), Outcome{0, 0, 1, 0}), 0.25);
}

TEST(BrierScore, adds_up_from_its_parts) {
    RandomStream stream({.seed = 3});
    std::vector<double> p(500);
    Outcome y(500);
    for (std::size_t k = 0; k < p.size(); ++k) {
        p[k] = 0.3 * stream.uniform();
        y[k] = stream.uniform() < p[k] ? 1 : 0;
    }

    const BrierParts parts = brier_parts(p, y);

    EXPECT_NEAR(parts.reliability - parts.resolution + parts.uncertainty + parts.within,
                brier_score(p, y), 1e-15);
    EXPECT_NEAR(brier_score(std::vector<double>{0.5, 1.0}, Outcome{1, 1}), 0.125, 1e-15);
}

TEST(BrierParts, constant_forecasts_at_the_rate_are_pure_uncertainty) {
    const std::vector<double> p(8, 0.25);
    const Outcome y{0, 0, 0, 1, 1, 0, 0, 0};

    const BrierParts parts = brier_parts(p, y, 1);

    EXPECT_EQ(parts.reliability, 0.0);
    EXPECT_EQ(parts.resolution, 0.0);
    EXPECT_NEAR(parts.uncertainty, 0.1875, 1e-15);
    EXPECT_NEAR(parts.within, 0.0, 1e-15);
}

TEST(LogScore, is_the_mean_surprise) {
    EXPECT_NEAR(log_score(std::vector<double>{0.5, 0.25}, Outcome{1, 0}),
                -(std::log(0.5) + std::log(0.75)) / 2.0, 1e-15);
    EXPECT_LT(log_score(std::vector<double>{0.0}, Outcome{1}), 28.0) << "finite, however wrong";
}

TEST(Calibration, finds_forecasts_that_differ_by_twice_too_much) {
    // Eight groups whose frequency has half the log odds of the forecast.
    std::vector<double> p;
    Outcome y;
    for (const double log_odds : {-4.0, -2.0, 0.0, 2.0}) {
        const double forecast = 1.0 / (1.0 + std::exp(-log_odds));
        const double frequency = 1.0 / (1.0 + std::exp(-log_odds / 2.0));
        const auto events = static_cast<std::size_t>(std::lround(10000.0 * frequency));
        for (std::size_t k = 0; k < 10000; ++k) {
            p.push_back(forecast);
            y.push_back(k < events ? 1 : 0);
        }
    }

    const Calibration found = calibration(p, y);

    EXPECT_NEAR(found.slope, 0.5, 1e-3);
    EXPECT_NEAR(found.intercept, 0.0, 1e-3);
    EXPECT_TRUE(std::isnan(calibration(std::vector<double>(3, 0.1), Outcome{0, 1, 0}).slope));
}

TEST(Skill, is_the_share_of_the_reference_that_is_saved) {
    EXPECT_NEAR(skill(0.075, 0.1), 0.25, 1e-15);
}

}  // namespace
}  // namespace entente
