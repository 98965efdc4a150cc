// Invented panels with known hazards: whether intervals hold what they say, and how many events it
// takes to tell an effect from none. docs/theory/hazards.md quotes the shares.

#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/random_stream.hpp"
#include "entente/numerics/logistic_regression.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente {
namespace {

constexpr std::size_t num_predictors = 5;
/// Half the width of 90 percent of a normal.
constexpr double ninety = 1.6449;
/// As in the panel of all states.
constexpr double yearly_rate = 0.025;

struct Recovery {
    /// Of the true coefficients, in their 90% intervals.
    double covered = 0.0;
    /// Of the first coefficient, intervals that leave out 0.
    double told_from_none = 0.0;
    double mean_events = 0.0;
};

/// Panels of `num_rows` with independent standard predictors.
///
/// @param effect  Of the first predictor, log odds per standard deviation; NaN = all coefficients
///                drawn from the prior.
Recovery recover(std::size_t num_rows, double prior_sd, double effect, std::uint32_t num_panels) {
    Recovery result;
    for (std::uint32_t panel = 0; panel < num_panels; ++panel) {
        RandomStream stream(
            {.seed = 11, .draw = panel, .entity = static_cast<std::uint32_t>(num_rows)});
        std::vector<double> truth(num_predictors, 0.0);
        if (std::isnan(effect)) {
            for (double& each : truth) each = prior_sd * normal_draw(stream);
        } else {
            truth[0] = effect;
        }
        Array2<double> x(num_rows, num_predictors);
        std::vector<std::uint8_t> y(num_rows);
        double events = 0.0;
        for (std::size_t k = 0; k < num_rows; ++k) {
            double eta = logit(yearly_rate);
            for (std::size_t j = 0; j < num_predictors; ++j) {
                x(k, j) = normal_draw(stream);
                eta += truth[j] * x(k, j);
            }
            y[k] = stream.uniform() < logistic(eta) ? 1 : 0;
            events += y[k];
        }
        const LogitFit fit = fit_logit(x, y, {.prior_sd = prior_sd});
        for (std::size_t j = 0; j < num_predictors; ++j) {
            const double half = ninety * std::sqrt(fit.covariance(j + 1, j + 1));
            if (std::abs(fit.coefficients[j] - truth[j]) <= half) result.covered += 1.0;
            if (j == 0 && std::abs(fit.coefficients[0]) > half) result.told_from_none += 1.0;
        }
        result.mean_events += events;
    }
    result.covered /= static_cast<double>(num_panels * num_predictors);
    result.told_from_none /= static_cast<double>(num_panels);
    result.mean_events /= static_cast<double>(num_panels);
    return result;
}

constexpr double drawn = std::numeric_limits<double>::quiet_NaN();

TEST(HazardRecovery, ninety_percent_intervals_hold_ninety_percent_of_known_coefficients) {
    for (const double prior_sd : {0.1, 0.25, 1.0}) {
        const Recovery recovery = recover(3400, prior_sd, drawn, 300);

        RecordProperty("covered_" + std::to_string(prior_sd), std::to_string(recovery.covered));
        // 1,500 intervals: a standard error of .008.
        EXPECT_GE(recovery.covered, 0.87) << prior_sd;
        EXPECT_LE(recovery.covered, 0.93) << prior_sd;
    }
}

TEST(HazardRecovery, few_events_tell_little_and_many_tell_more) {
    const Recovery partners = recover(2300, 0.25, 0.3, 200);
    const Recovery all_states = recover(8700, 0.25, 0.3, 100);
    const Recovery chance = recover(2300, 0.25, 0.0, 200);
    const Recovery half_partners = recover(2300, 0.25, 0.15, 200);
    const Recovery half_all = recover(8700, 0.25, 0.15, 100);

    RecordProperty("partners", std::to_string(partners.told_from_none));
    RecordProperty("all_states", std::to_string(all_states.told_from_none));
    RecordProperty("half_partners", std::to_string(half_partners.told_from_none));
    RecordProperty("half_all_states", std::to_string(half_all.told_from_none));
    RecordProperty("chance", std::to_string(chance.told_from_none));
    EXPECT_NEAR(partners.mean_events, 60.0, 6.0);
    EXPECT_NEAR(all_states.mean_events, 225.0, 15.0);
    EXPECT_LT(partners.told_from_none, 0.8) << "the events of partners alone miss many effects";
    EXPECT_GT(all_states.told_from_none, 0.95);
    EXPECT_LT(half_partners.told_from_none, 0.4) << "an effect of half the size is mostly missed";
    EXPECT_GT(half_all.told_from_none, half_partners.told_from_none + 0.2);
    EXPECT_LT(chance.told_from_none, 0.13) << "false findings";
}

}  // namespace
}  // namespace entente
