#include "entente/world/recipe/services_trade.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::even_wiod_flows;
using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, hkg = 3, qat = 4;
constexpr std::size_t trd = 0, bus = 1;

class ServicesTradeStep : public ::testing::Test {
  protected:
    ServicesTradeStep() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        const std::size_t num = frame_.num_countries();
        goods_ = Array3<double>(num, num, frame_.num_sectors());
        for (std::size_t i = 0; i < num; ++i) {
            for (std::size_t n = 0; n < num; ++n) goods_(i, n, 0) = i == n ? 500.0 : 10.0;
        }
        gdp_.base = std::vector<double>(num, 1000.0);
        gdp_.growth = std::vector<double>(frame_.num_wiod(), 1.0);
        gdp_.growth[1] = 4.0;
        // Factors so stiff that the closure leaves them at one.
        recipe_.head.assumptions["closure_factor_scale"].value = 1e-9;
    }

    ServicesTrade trade() const {
        return services_trade(recipe_, frame_, even_wiod_flows(frame_), gdp_, goods_);
    }

    World2023Recipe recipe_;
    Frame frame_;
    Array3<double> goods_;
    GdpFigures gdp_;
};

TEST_F(ServicesTradeStep, flows_grow_with_the_mean_of_both_gdps_and_the_level) {
    // 10 x sqrt(1 x 4) x 2.
    EXPECT_NEAR(trade().flow(usa, chn, bus), 40.0, 1e-9);
}

TEST_F(ServicesTradeStep, margins_on_goods_do_not_cross_borders) {
    EXPECT_EQ(trade().flow(usa, chn, trd), 0.0);
}

TEST_F(ServicesTradeStep, the_rest_of_wiod_is_divided_evenly_among_equals) {
    // HKG, QAT and ROW are alike: a third each of 10 x 2.
    EXPECT_NEAR(trade().flow(usa, hkg, bus), 20.0 / 3.0, 1e-9);
    EXPECT_NEAR(trade().flow(qat, usa, bus), 20.0 / 3.0, 1e-9);
}

TEST_F(ServicesTradeStep, two_economies_outside_wiod_trade_a_part_of_what_wiod_sells_them) {
    // WIOD sells its rest 20 + 40 + 20; three tenths of it, a third of a third.
    EXPECT_NEAR(trade().flow(hkg, qat, bus), 0.3 * 80.0 / 9.0, 1e-9);
}

TEST_F(ServicesTradeStep, the_closure_lowers_balances_and_stays_at_its_minimum) {
    recipe_.head.assumptions["closure_factor_scale"].value = 0.35;
    goods_(usa, chn, 0) = 200.0;

    const ServicesTrade closed = trade();

    ASSERT_TRUE(closed.converged);
    // USA has a surplus in goods of 190: it sells fewer services and buys more.
    EXPECT_LT(closed.export_factor[usa], 1.0);
    EXPECT_GT(closed.import_factor[usa], 1.0);
    EXPECT_GT(closed.export_factor[chn], 1.0);
    // First-order condition for ln a of USA: ln a / .35^2 + sum_n B[n] / GDP^2 dB[n] / .08^2 = 0.
    const auto balance = [&](std::size_t n) {
        double sum = 0.0;
        for (std::size_t m = 0; m < frame_.num_countries(); ++m) {
            sum += goods_(n, m, 0) - goods_(m, n, 0);
            sum += closed.flow(n, m, bus) - closed.flow(m, n, bus);
        }
        return sum;
    };
    double slope = std::log(closed.export_factor[usa]) / (0.35 * 0.35);
    for (std::size_t n = 0; n < frame_.num_countries(); ++n) {
        slope += (balance(usa) - balance(n)) * closed.flow(usa, n, bus) / 1e6 / (0.08 * 0.08);
    }
    // Factors have nine decimals; the slope changes by some ten times as much.
    EXPECT_NEAR(slope, 0.0, 1e-7);
}

}  // namespace
}  // namespace entente::detail
