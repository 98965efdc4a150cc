#include "entente/ensemble/summary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace entente {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

DrawRecord draw_of(std::vector<double> welfare) {
    Evaluation evaluation{.is_usable = true, .figures = Array2<double>(welfare.size(), 1)};
    for (std::size_t n = 0; n < welfare.size(); ++n) evaluation.figures(n, 0) = welfare[n];
    return {.evaluations = {evaluation}};
}

TEST(Summary, quantiles_and_signs_of_five_draws_are_those_worked_by_hand) {
    const std::vector<double> values{3.0, none, -1.0, 0.0, 2.0, 1.0};

    const FigureSummary summary = summarize(values);

    EXPECT_EQ(summary.num_draws, 5U);
    EXPECT_EQ(summary.mean, 1.0);
    EXPECT_EQ(summary.median, 1.0);
    // A fifth of the way from -1 to 0, and from 3 to 2.
    EXPECT_NEAR(summary.low, -0.8, 1e-15);
    EXPECT_NEAR(summary.high, 2.8, 1e-15);
    EXPECT_EQ(summary.lower_quartile, 0.0);
    EXPECT_EQ(summary.upper_quartile, 2.0);
    EXPECT_EQ(summary.probability_negative, 0.2);
    EXPECT_EQ(summary.probability_positive, 0.6);
}

TEST(Summary, nothing_is_known_without_draws) {
    const FigureSummary summary = summarize(std::vector<double>{none});

    EXPECT_EQ(summary.num_draws, 0U);
    EXPECT_TRUE(std::isnan(summary.mean));
    EXPECT_TRUE(std::isnan(summary.median));
    EXPECT_TRUE(std::isnan(summary.probability_negative));
}

TEST(Summary, failed_draws_are_left_out_of_ranks) {
    const std::vector<DrawRecord> records{draw_of({-3.0, -1.0, -1.0}),
                                          {.evaluations = {{.reason = "No."}}},
                                          draw_of({2.0, 1.0, 3.0})};

    const std::vector<RankSummary> ranks = summarize_ranks(records, 3, welfare_figure);

    EXPECT_TRUE(std::isnan(figure_values(records, 0, 0)[1]));
    // Ranks 1 and 2; 2.5 and 1; 2.5 and 3.
    EXPECT_EQ(ranks[0].median, 1.5);
    EXPECT_EQ(ranks[1].median, 1.75);
    EXPECT_EQ(ranks[2].median, 2.75);
    EXPECT_EQ(ranks[0].probability_lowest, 0.5);
    EXPECT_EQ(ranks[2].probability_lowest, 0.0);
    EXPECT_EQ(ranks[2].probability_among_five_lowest, 1.0);
}

// f = x + 2 y with independent x and y of equal variance: indices 1/5 and 4/5.
TEST(Summary, drivers_share_the_variance_of_a_sum) {
    std::vector<DrawRecord> records;
    for (std::uint32_t d = 0; d < 4096; ++d) {
        double u[4];
        for (std::uint32_t k = 0; k < 4; ++k) {
            u[k] = RandomStream({.seed = 9, .draw = d, .entity = k}).uniform();
        }
        DrawRecord record = draw_of({u[0] + 2.0 * u[1]});
        for (const double f : {u[2] + 2.0 * u[3], u[2] + 2.0 * u[1], u[0] + 2.0 * u[3]}) {
            record.evaluations.push_back(draw_of({f}).evaluations.front());
        }
        records.push_back(record);
    }
    records.push_back(draw_of({1.0}));

    const EntityDrivers drivers = welfare_drivers(records, 0, 2, 1);

    EXPECT_EQ(drivers.num_draws, 4096U);
    // Two standard errors of 4,096 draws are about 0.03.
    EXPECT_NEAR(drivers.indices.inputs[0].first.value, 0.2, 0.05);
    EXPECT_NEAR(drivers.indices.inputs[1].first.value, 0.8, 0.05);
    EXPECT_NEAR(drivers.indices.inputs[1].total.value, 0.8, 0.05);
    EXPECT_EQ(welfare_drivers({}, 0, 2, 1).num_draws, 0U);
}

}  // namespace
}  // namespace entente
