#include <gmock/gmock.h>

#include <array>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/measures/hedging/finance_level.hpp"
#include "entente/measures/hedging/intensity_residual.hpp"
#include "entente/measures/hedging/trade_intensity.hpp"

namespace entente {
namespace {

/// Country 0, powers 1 and 2, others 3 and 4.
Array2<double> flows() {
    Array2<double> flow(5, 5);
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t n = 0; n < 5; ++n) {
            flow(i, n) = i == n ? 1000.0 : 1.0 + static_cast<double>((3 * i + 5 * n) % 7);
        }
    }
    return flow;
}

constexpr std::array<std::size_t, 1> power{1};

TEST(TradeIntensity, by_hand) {
    // Country sells 30 and buys 10 of the power, trades 100 in all; the power trades 340, the world
    // exports 1100: a = ln(.4) - ln(300 / 2000).
    const TradeTie tie{.with_power = 40, .total = 100, .power_total = 340, .world_exports = 1100};

    EXPECT_DOUBLE_EQ(*raw_intensity(tie), std::log(0.4) - std::log(300.0 / 2000.0));
}

TEST(TradeIntensity, sums_leave_out_sales_at_home) {
    const TradeTie tie = trade_tie(flows(), 0, power);
    const Array2<double> x = flows();

    EXPECT_DOUBLE_EQ(tie.with_power, x(0, 1) + x(1, 0));
    double total = 0.0;
    double world = 0.0;
    for (std::size_t n = 1; n < 5; ++n) total += x(0, n) + x(n, 0);
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t n = 0; n < 5; ++n) world += i == n ? 0.0 : x(i, n);
    }
    EXPECT_DOUBLE_EQ(tie.total, total);
    EXPECT_DOUBLE_EQ(tie.world_exports, world);
}

TEST(TradeIntensity, trade_inside_a_power_is_left_out) {
    const std::array<std::size_t, 2> both{1, 2};
    const Array2<double> x = flows();

    const TradeTie tie = trade_tie(x, 0, both);

    EXPECT_DOUBLE_EQ(tie.with_power, x(0, 1) + x(1, 0) + x(0, 2) + x(2, 0));
    EXPECT_DOUBLE_EQ(tie.power_total,
                     trade_tie(x, 0, power).power_total +
                         trade_tie(x, 0, std::array<std::size_t, 1>{2}).power_total -
                         2.0 * (x(1, 2) + x(2, 1)));
}

TEST(TradeIntensity, doubling_one_economy_leaves_its_intensity_unchanged) {
    Array2<double> doubled = flows();
    for (std::size_t n = 1; n < 5; ++n) {
        doubled(0, n) *= 2.0;
        doubled(n, 0) *= 2.0;
    }

    EXPECT_EQ(*raw_intensity(trade_tie(doubled, 0, power)),
              *raw_intensity(trade_tie(flows(), 0, power)));
}

TEST(TradeIntensity, without_trade_there_is_no_figure) {
    EXPECT_FALSE(
        raw_intensity({.with_power = 0, .total = 9, .power_total = 9, .world_exports = 99}));
    EXPECT_FALSE(
        raw_intensity({.with_power = 0, .total = 0, .power_total = 9, .world_exports = 99}));
    EXPECT_FALSE(
        raw_intensity({.with_power = 9, .total = 9, .power_total = 9, .world_exports = 99}));
}

TEST(TradeIntensity, a_country_is_not_measured_against_itself) {
    EXPECT_THROW(trade_tie(flows(), 1, power), ShapeError);
    EXPECT_THROW(trade_tie(flows(), 9, power), ShapeError);
}

TEST(IntensityResidual, known_coefficients_are_found_again) {
    std::vector<IntensityObservation> rows;
    for (int k = 0; k < 40; ++k) {
        IntensityObservation row{.year = k % 2 == 0 ? 2005 : 2018,
                                 .log_gdp = std::sin(k) * 2.0 + 20.0,
                                 .log_distance = std::cos(3.0 * k) + 8.0,
                                 .is_contiguous = k % 5 == 0,
                                 .is_eu_member = k % 3 == 0};
        row.log_share = (row.year == 2005 ? -1.0 : -2.0) + 0.24 * row.log_gdp -
                        1.46 * row.log_distance + (row.is_contiguous ? 0.3 : 0.0) -
                        (row.is_eu_member ? 0.7 : 0.0);
        rows.push_back(row);
    }
    rows[7].log_share += 0.5;

    const IntensityFit fit = fit_intensity(rows);

    EXPECT_TRUE(fit.converged);
    EXPECT_NEAR(fit.log_gdp, 0.24, 1e-6);
    EXPECT_NEAR(fit.log_distance, -1.46, 1e-6);
    EXPECT_NEAR(fit.contiguity, 0.3, 1e-6);
    EXPECT_NEAR(fit.eu_membership, -0.7, 1e-6);
    EXPECT_EQ(fit.common_language, 0.0) << "no observation differs in it";
    EXPECT_THAT(fit.years, ::testing::ElementsAre(2005, 2018));
    EXPECT_NEAR(fit.year_effects[0] - fit.year_effects[1], 1.0, 1e-6);
    EXPECT_NEAR(fit.residuals[7], 0.5, 1e-6);
}

TEST(IntensityResidual, too_few_observations_are_refused) {
    EXPECT_THROW(fit_intensity(std::vector<IntensityObservation>{{.year = 2005, .log_gdp = 1.0},
                                                                 {.year = 2006, .log_gdp = 2.0}}),
                 OptionError);
}

TEST(FinanceLevel, zero_is_a_figure_and_missing_is_none) {
    const std::vector<FinanceInflow> inflows{{.amount = 0.0, .gdp = 100.0},
                                             {.amount = 0.0, .gdp = 50.0},
                                             {.amount = 5.0, .gdp = 100.0},
                                             {.amount = {}, .gdp = 100.0},
                                             {.amount = 7.0, .gdp = {}}};

    const auto percentiles = inflow_percentiles(inflows);

    EXPECT_DOUBLE_EQ(*percentiles[0], 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(*percentiles[1], 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(*percentiles[2], 2.5 / 3.0);
    EXPECT_FALSE(percentiles[3]) << "the source does not cover it";
    EXPECT_FALSE(percentiles[4]) << "without GDP there is no figure";
}

TEST(FinanceLevel, inflows_count_per_year) {
    const std::vector<FinanceInflow> inflows{{.amount = 8.0, .gdp = 100.0, .num_years = 4.0},
                                             {.amount = 5.0, .gdp = 100.0, .num_years = 1.0}};

    EXPECT_LT(*inflow_percentiles(inflows)[0], *inflow_percentiles(inflows)[1]);
}

TEST(FinanceLevel, is_the_mean_of_the_sources_at_hand) {
    using Some = std::optional<double>;

    EXPECT_DOUBLE_EQ(*finance_level(std::array{Some(0.2), Some(0.6)}), 0.4);
    EXPECT_DOUBLE_EQ(*finance_level(std::array{Some(0.2), Some()}), 0.2);
    EXPECT_FALSE(finance_level(std::array{Some(), Some()}));
}

}  // namespace
}  // namespace entente
