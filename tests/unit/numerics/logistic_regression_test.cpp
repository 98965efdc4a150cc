#include "entente/numerics/logistic_regression.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/normal.hpp"
#include "entente/numerics/random_draws.hpp"

namespace entente {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Array2<double> column(const std::vector<double>& x) {
    Array2<double> regressors(x.size(), 1);
    for (std::size_t k = 0; k < x.size(); ++k) regressors(k, 0) = x[k];
    return regressors;
}

TEST(FitLogit, two_groups_without_a_prior_give_their_log_odds) {
    // 1 of 4 without the mark, 3 of 4 with it.
    const std::vector<double> mark{0, 0, 0, 0, 1, 1, 1, 1};
    const std::vector<std::uint8_t> y{1, 0, 0, 0, 1, 1, 1, 0};

    const LogitFit fit = fit_logit(column(mark), y, {.prior_sd = 1e4});

    EXPECT_TRUE(fit.converged);
    EXPECT_NEAR(fit.intercept, std::log(1.0 / 3.0), 1e-6);
    EXPECT_NEAR(fit.coefficients[0], std::log(9.0), 1e-6);
    // Variance of a log odds is 1 / events + 1 / others: 4/3 a group.
    EXPECT_NEAR(fit.covariance(0, 0), 4.0 / 3.0, 1e-5);
    EXPECT_NEAR(fit.covariance(1, 1), 8.0 / 3.0, 1e-5);
}

TEST(FitLogit, a_prior_towards_zero_leaves_the_base_rate) {
    const std::vector<std::uint8_t> y{1, 0, 0, 0, 0, 0, 0, 0};

    const LogitFit fit = fit_logit(column({5, 1, 2, -3, 4, 0, 1, 2}), y, {.prior_sd = 1e-7});

    EXPECT_NEAR(fit.coefficients[0], 0.0, 1e-10);
    EXPECT_NEAR(logistic(fit.intercept), 1.0 / 8.0, 1e-10);
}

TEST(FitLogit, separated_outcomes_and_constant_columns_stay_finite) {
    Array2<double> x(6, 2, 0.0);
    for (std::size_t k = 0; k < 6; ++k) x(k, 0) = k < 3 ? -1.0 : 1.0;
    const std::vector<std::uint8_t> y{0, 0, 0, 1, 1, 1};

    const LogitFit fit = fit_logit(x, y, {.prior_sd = 1.0});

    EXPECT_TRUE(fit.converged);
    EXPECT_GT(fit.coefficients[0], 0.5);
    EXPECT_LT(fit.coefficients[0], 5.0);
    EXPECT_EQ(fit.coefficients[1], 0.0);
    EXPECT_NEAR(fit.covariance(2, 2), 1.0, 1e-9) << "the prior alone speaks of a constant column";
}

TEST(FitLogit, a_single_event_is_enough_and_none_is_refused) {
    const Array2<double> x = column({1, 2, 3, 4});

    EXPECT_TRUE(fit_logit(x, std::vector<std::uint8_t>{0, 0, 1, 0}, {}).converged);
    EXPECT_THAT(
        [&] {
            fit_logit(x, std::vector<std::uint8_t>{0, 0, 0, 0}, {});
        },
        ThrowsMessage<OptionError>(HasSubstr("No event happened")));
    EXPECT_THAT(
        [&] {
            fit_logit(x, std::vector<std::uint8_t>{1, 1, 1, 1}, {});
        },
        ThrowsMessage<OptionError>(HasSubstr("in every observation")));
    EXPECT_THAT(
        [&] {
            fit_logit(x, std::vector<std::uint8_t>{0, 1, 0, 0}, {.prior_sd = 0.0});
        },
        ThrowsMessage<OptionError>(HasSubstr("above 0")));
    EXPECT_THROW(fit_logit(x, std::vector<std::uint8_t>{0, 1}, {}), ShapeError);
}

TEST(FitLogit, the_order_of_observations_changes_nothing) {
    const std::vector<double> x{0.3, -1.2, 2.2, 0.1, -0.4, 1.7};
    const std::vector<std::uint8_t> y{0, 0, 1, 1, 0, 0};
    const std::vector<double> x_turned(x.rbegin(), x.rend());
    const std::vector<std::uint8_t> y_turned(y.rbegin(), y.rend());

    const LogitFit fit = fit_logit(column(x), y, {});
    const LogitFit turned = fit_logit(column(x_turned), y_turned, {});

    EXPECT_NEAR(fit.coefficients[0], turned.coefficients[0], 1e-12);
    EXPECT_NEAR(fit.intercept, turned.intercept, 1e-12);
}

TEST(FitLogit, ninety_percent_intervals_cover_known_coefficients) {
    // 200 samples of 800 observations with 5 percent of events: what a data set of that size bears.
    constexpr std::size_t samples = 200;
    constexpr std::size_t size = 800;
    const std::vector<double> truth{0.7, -0.4};
    const double reach = normal_quantile(0.95);
    std::size_t covered = 0;
    for (std::uint32_t sample = 0; sample < samples; ++sample) {
        RandomStream stream({.seed = 11, .draw = sample, .purpose = 77});
        Array2<double> x(size, 2);
        std::vector<std::uint8_t> y(size);
        for (std::size_t k = 0; k < size; ++k) {
            x(k, 0) = normal_draw(stream);
            x(k, 1) = normal_draw(stream);
            const double eta = -3.0 + truth[0] * x(k, 0) + truth[1] * x(k, 1);
            y[k] = stream.uniform() < logistic(eta) ? 1 : 0;
        }
        const LogitFit fit = fit_logit(x, y, {.prior_sd = 10.0});
        for (std::size_t j = 0; j < 2; ++j) {
            const double sd = std::sqrt(fit.covariance(j + 1, j + 1));
            covered += std::abs(fit.coefficients[j] - truth[j]) <= reach * sd ? 1 : 0;
        }
    }

    const double share = static_cast<double>(covered) / (2.0 * samples);
    EXPECT_GE(share, 0.87);
    EXPECT_LE(share, 0.93);
}

TEST(RecentringShift, expects_as_many_events_as_happened) {
    const std::vector<double> eta{-3.0, -2.5, 0.4, -1.0, -6.0};
    const std::vector<std::uint8_t> y{0, 1, 0, 1, 0};

    const double shift = recentring_shift(eta, y);

    double expected = 0.0;
    for (const double value : eta) expected += logistic(value + shift);
    EXPECT_NEAR(expected, 2.0, 1e-10);
    EXPECT_THROW(recentring_shift(eta, std::vector<std::uint8_t>{0, 0, 0, 0, 0}), OptionError);
}

}  // namespace
}  // namespace entente
