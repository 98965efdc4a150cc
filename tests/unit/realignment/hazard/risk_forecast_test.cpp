#include "entente/realignment/hazard/risk_forecast.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/realignment/hazard/nearest_cases.hpp"
#include "simulated_table.hpp"

namespace entente {
namespace {

const RiskOptions few{.num_draws = 400};

TEST(ForecastRisk, gives_every_state_a_chance_inside_its_interval) {
    const HazardTable table = simulated_table({.effect = 0.8});
    const RiskModels models = fit_risk_models(table, 2023, {0.8, 1.0, 1.2});

    const RiskForecast forecast = forecast_risk(models, table, few);

    ASSERT_EQ(forecast.countries.size(), 60U);
    EXPECT_NEAR(std::accumulate(models.weights.begin(), models.weights.end(), 0.0), 1.0, 1e-12);
    EXPECT_TRUE(std::is_sorted(forecast.cuts.begin(), forecast.cuts.end()));
    for (const CountryRisk& country : forecast.countries) {
        EXPECT_LT(country.low, country.probability);
        EXPECT_GT(country.high, country.probability);
        EXPECT_NEAR(std::accumulate(country.label_probability.begin(),
                                    country.label_probability.end(), 0.0),
                    1.0, 1e-12);
        EXPECT_LE(country.lowest_label, country.label);
        EXPECT_GE(country.highest_label, country.label);
    }
}

TEST(ForecastRisk, threads_change_nothing) {
    const HazardTable table = simulated_table({.num_states = 20, .rate = 0.05});
    const RiskModels models = fit_risk_models(table, 2023, {});
    RiskOptions options = few;

    options.threads = 1;
    const RiskForecast one = forecast_risk(models, table, options);
    options.threads = 2;
    const RiskForecast two = forecast_risk(models, table, options);

    EXPECT_EQ(one.draws, two.draws);
}

TEST(ForecastRisk, a_shift_moves_its_own_country_alone) {
    const HazardTable table = simulated_table({.num_states = 20, .rate = 0.05});
    const RiskModels models = fit_risk_models(table, 2023, {});

    const RiskForecast before = forecast_risk(models, table, few);
    const RiskForecast after = forecast_risk(models, table, few, {{4, 0.5, 0.0}});

    for (std::size_t d = 0; d < few.num_draws; ++d) {
        EXPECT_GT(after.draws(4, d), before.draws(4, d));
        EXPECT_EQ(after.draws(6, d), before.draws(6, d));
    }
}

TEST(ForecastRisk, drivers_of_partners_add_up_to_nothing_on_average) {
    const HazardTable table = simulated_table({.effect = 0.8});
    const RiskForecast forecast = forecast_risk(fit_risk_models(table, 2023, {}), table, few);

    double sum = 0.0;
    for (const CountryRisk& country : forecast.countries) {
        if (!country.is_partner) continue;
        for (const RiskDriver& driver : country.drivers) sum += driver.log_odds;
    }
    EXPECT_NEAR(sum, 0.0, 1e-9);
}

TEST(StandsAbove, asks_for_nine_draws_of_ten_and_half_as_much_again) {
    RiskForecast forecast;
    forecast.draws = Array2<double>(2, 10, 0.1);
    forecast.countries.resize(2);
    forecast.countries[0].probability = 0.2;
    forecast.countries[1].probability = 0.1;
    for (std::size_t d = 0; d < 9; ++d) forecast.draws(0, d) = 0.2;

    EXPECT_TRUE(stands_above(forecast, 0, 1));
    EXPECT_FALSE(stands_above(forecast, 1, 0));
    forecast.countries[0].probability = 0.14;
    EXPECT_FALSE(stands_above(forecast, 0, 1));
}

TEST(FitRiskModels, without_an_event_there_is_no_risk_to_estimate) {
    HazardTable table = simulated_table({.num_states = 4});
    table.events.clear();

    EXPECT_THROW(fit_risk_models(table, 2023, {}), OptionError);
}

TEST(NearestCases, are_of_other_states_and_say_what_followed) {
    const HazardTable table = simulated_table({.rate = 0.05, .effect = 0.8});
    const RiskModels models = fit_risk_models(table, 2023, {});

    const std::vector<NearestCase> cases = nearest_cases(models, table, 2, 5);

    ASSERT_EQ(cases.size(), 5U);
    for (std::size_t k = 0; k < cases.size(); ++k) {
        EXPECT_NE(cases[k].state, 2U);
        EXPECT_EQ(cases[k].state % 2, 0U) << "partners with partners";
        EXPECT_LE(cases[k].year, 2016);
        if (k > 0) {
            EXPECT_GE(cases[k].distance, cases[k - 1].distance);
        }
        if (cases[k].event_year) {
            EXPECT_LE(*cases[k].event_year, cases[k].year + 5);
        }
    }
    EXPECT_TRUE(nearest_cases(models, table, 999, 5).empty());
}

}  // namespace
}  // namespace entente
