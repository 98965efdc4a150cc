#include "entente/realignment/hazard/hazard_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/random_draws.hpp"
#include "simulated_table.hpp"

namespace entente {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

TEST(Standardiser, gaps_take_the_median_and_missing_data_a_flag) {
    const std::vector<std::string_view> names{"polyarchy", "polyarchy_change", "intrastate_war"};
    Array2<double> values(4, 3, 0.0);
    for (std::size_t k = 0; k < 4; ++k) values(k, 0) = static_cast<double>(k);
    values(3, 0) = gap;
    values(3, 1) = gap;
    const std::vector<std::size_t> rows{0, 1, 2, 3};

    const Standardiser scale(values, rows, names);
    const Array2<double> x = scale.apply(values, rows);

    ASSERT_EQ(scale.num_columns(), 4U) << "three predictors and a flag for democracy";
    EXPECT_EQ(x(3, 0), 0.0) << "0, 1, 2 and their median have mean 1";
    EXPECT_EQ(x(0, 2), 0.0) << "a constant column says nothing";
    EXPECT_GT(x(3, 3), 0.0);
    EXPECT_LT(x(0, 3), 0.0);
    EXPECT_EQ(scale.name_of(3), 0U);
}

TEST(Standardiser, holds_far_values_within_four_standard_deviations) {
    const std::vector<std::string_view> names{"log_troops"};
    Array2<double> values(3, 1, 0.0);
    values(1, 0) = 1.0;
    const std::vector<std::size_t> training{0, 1};
    const Standardiser scale(values, training, names);
    values(2, 0) = 1000.0;

    EXPECT_EQ(scale.apply(values, std::vector<std::size_t>{2})(0, 0), 4.0);
}

TEST(FitHazard, partners_are_expected_to_have_the_events_they_had) {
    const HazardTable table = simulated_table({.effect = 0.8});
    const TrainingSet training = training_set(table, 2020);
    const Array2<double> values = predictor_values(table, predictors_of(Specification::regime));

    const HazardModel model = fit_hazard(table, values, training, Specification::regime, 0.1);

    double expected = 0.0;
    double happened = 0.0;
    const std::vector<double> eta = linear_predictors(model, table, values, training.rows);
    for (std::size_t k = 0; k < training.rows.size(); ++k) {
        if (!table.rows[training.rows[k]].is_partner) continue;
        expected += logistic(eta[k]);
        happened += training.outcome[k];
    }
    EXPECT_NEAR(expected, happened, 1e-8);
}

TEST(FitHazard, a_tight_prior_gives_the_base_rate) {
    const HazardTable table = simulated_table({.effect = 0.8});
    const TrainingSet training = training_set(table, 2020);
    const Array2<double> values = predictor_values(table, predictors_of(Specification::regime));

    const HazardModel model = fit_hazard(table, values, training, Specification::regime, 1e-8);

    const double rate =
        static_cast<double>(std::count(training.outcome.begin(), training.outcome.end(), 1)) /
        static_cast<double>(training.rows.size());
    EXPECT_NEAR(logistic(model.fit.intercept), rate, 1e-10);
}

TEST(TrainingSet, holds_nothing_that_was_not_known) {
    const HazardTable table = simulated_table({});

    const TrainingSet training = training_set(table, 1980);

    for (const std::size_t k : training.rows) EXPECT_LE(table.rows[k].year, 1977);
    EXPECT_EQ(training.rows.size(), 60U * 28U);
}

TEST(RiskOver, compounds_yearly_chances) {
    EXPECT_NEAR(risk_over(0.02, 5), 1.0 - std::pow(0.98, 5), 1e-15);
    EXPECT_EQ(risk_over(0.0, 5), 0.0);
}

TEST(CountryEffect, is_found_where_countries_differ_and_absent_where_they_do_not) {
    const auto estimate = [](double sd) {
        std::vector<std::size_t> state;
        std::vector<double> yearly;
        std::vector<std::uint8_t> outcome;
        RandomStream stream({.seed = 5});
        for (std::size_t n = 0; n < 4000; ++n) {
            const double chance = logistic(-2.0 + sd * normal_draw(stream));
            for (int year = 0; year < 40; ++year) {
                state.push_back(n);
                outcome.push_back(stream.uniform() < chance ? 1 : 0);
            }
        }
        const double rate = static_cast<double>(std::count(outcome.begin(), outcome.end(), 1)) /
                            static_cast<double>(outcome.size());
        yearly.assign(state.size(), rate);
        return country_effect_sd(state, yearly, outcome);
    };

    EXPECT_NEAR(estimate(0.5), 0.5, 0.05);
    EXPECT_LT(estimate(0.0), 0.1);
}

TEST(PredictorsOf, each_rung_holds_the_one_below) {
    EXPECT_EQ(predictors_of(Specification::duration).size(), 2U);
    const auto headline = predictors_of(headline_specification);
    EXPECT_EQ(headline.size(), 13U);
    EXPECT_EQ(headline.back(), "intrastate_war");
    EXPECT_EQ(predictors_of(Specification::policy).size(), predictors().size());
    EXPECT_THROW(predictor("moods"), ShapeError);
}

}  // namespace
}  // namespace entente
