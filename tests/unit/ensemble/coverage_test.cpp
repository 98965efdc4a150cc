// Whether intervals of an ensemble hold the truth as often as they say, on data made for the test.

#include <gtest/gtest.h>

#include <cmath>

#include "entente/ensemble/summary.hpp"
#include "entente/ensemble/uncertain_inputs.hpp"
#include "entente/numerics/random_draws.hpp"
#include "support/uncertain_scenarios.hpp"

namespace entente {
namespace {

constexpr std::size_t num_replications = 1000;
constexpr std::uint32_t num_draws = 400;

/// True elasticities and the standard errors of what a study would estimate.
constexpr double true_theta[] = {4.0, 5.0};
constexpr double standard_error[] = {0.8, 1.0};
/// Spending on a sector, and the part of it that stays at home.
constexpr double consumption_share[] = {0.4, 0.6};
constexpr double home_share[] = {0.7, 0.9};

/// Gains from trade in percent, after Arkolakis, Costinot and Rodriguez-Clare (2012), several
/// sectors without inputs: prod_s home[s]^(-alpha[s] / theta[s]).
double gains(double theta_of_goods, double theta_of_services) {
    const double log_gains = -consumption_share[0] * std::log(home_share[0]) / theta_of_goods -
                             consumption_share[1] * std::log(home_share[1]) / theta_of_services;
    return 100.0 * std::expm1(log_gains);
}

/// The world a study would hand over: estimates, each off by its standard error times luck.
World estimated_world(std::uint32_t replication, double stated_part) {
    WorldData data = testing::three_countries();
    for (std::size_t s = 0; s < 2; ++s) {
        RandomStream luck({.seed = 99,
                           .draw = replication,
                           .purpose = 7,
                           .entity = static_cast<std::uint32_t>(s)});
        data.sectors[s].trade_elasticity = true_theta[s] + standard_error[s] * normal_draw(luck);
        data.sectors[s].trade_elasticity_se = stated_part * standard_error[s];
    }
    return World(std::move(data));
}

/// Share of replications whose 5% to 95% interval holds the true gains.
/// @param stated_part  of its true standard error that a study states.
double coverage(double stated_part) {
    const Scenario scenario = testing::uncertain_scenario({UncertainInput::trade_elasticity});
    const double truth = gains(true_theta[0], true_theta[1]);
    std::size_t num_covered = 0;
    for (std::uint32_t replication = 0; replication < num_replications; ++replication) {
        const World world = estimated_world(replication, stated_part);
        const UncertainInputs inputs(world, scenario, Sampler::philox);
        std::vector<double> values;
        for (std::uint32_t draw = 0; draw < num_draws; ++draw) {
            const SamplePoint point{.seed = replication, .draw = draw};
            values.push_back(gains(inputs.value(0, point), inputs.value(1, point)));
        }
        const FigureSummary summary = summarize(values);
        num_covered += summary.low <= truth && truth <= summary.high;
    }
    return static_cast<double>(num_covered) / num_replications;
}

// Of 1,000 intervals that hold the truth with probability .9, the share that do lies within .03 of
// it with three of its standard deviations.
TEST(Coverage, nine_in_ten_intervals_hold_the_truth) {
    const double share = coverage(1.0);

    EXPECT_GE(share, 0.87);
    EXPECT_LE(share, 0.93);
}

TEST(Coverage, intervals_from_half_the_error_hold_it_too_rarely) {
    // Half of 1.645 deviations either way are a probability of .59.
    EXPECT_LT(coverage(0.5), 0.65);
}

}  // namespace
}  // namespace entente
