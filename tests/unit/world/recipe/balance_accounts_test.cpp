#include "entente/world/recipe/balance_accounts.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/world/final_demand.hpp"
#include "support/tiny_worlds.hpp"

namespace entente::detail {
namespace {

using entente::testing::three_countries;

Technology technology_of(const WorldData& data) {
    return {.value_added_share = data.value_added_share, .input_share = data.input_share};
}

std::vector<double> gdp_of(const WorldData& data) {
    std::vector<double> gdp(data.countries.size());
    for (std::size_t n = 0; n < gdp.size(); ++n) {
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            gdp[n] += data.value_added_share(n, s) * data.gross_output(n, s);
        }
    }
    return gdp;
}

TEST(BalanceAccounts, accounts_that_add_up_are_left_alone) {
    const WorldData data = three_countries();

    const BalancedAccounts accounts = balance_accounts(0.03, technology_of(data), data.trade_flow,
                                                       data.tariff_rate, gdp_of(data));

    EXPECT_TRUE(accounts.converged);
    EXPECT_EQ(accounts.negative_cells, 0u);
    for (const double moved : accounts.moved) EXPECT_NEAR(moved, 0.0, 1e-15);
    EXPECT_EQ(accounts.technology.value_added_share, data.value_added_share);
}

TEST(BalanceAccounts, gdp_is_met_and_nothing_is_consumed_less_than_not_at_all) {
    WorldData data = three_countries();
    // Nine tenths of inputs are goods, more than AAA has; GDP is a tenth above what shares say.
    for (std::size_t r = 0; r < 2; ++r) {
        data.input_share(0, 0, r) = 0.9;
        data.input_share(0, 1, r) = 0.1;
    }
    data.value_added_share(0, 0) = 0.2;
    data.value_added_share(0, 1) = 0.2;
    std::vector<double> gdp = gdp_of(data);
    for (double& value : gdp) value *= 1.1;

    const BalancedAccounts accounts =
        balance_accounts(0.03, technology_of(data), data.trade_flow, data.tariff_rate, gdp);

    ASSERT_TRUE(accounts.converged);
    // AAA's sectors would buy 208.8 of goods where there are 140.
    EXPECT_EQ(accounts.negative_cells, 1u);
    EXPECT_DOUBLE_EQ(accounts.negative_value, 0.9 * 232.0 - 140.0);
    EXPECT_GT(accounts.moved[0], 0.01);
    data.value_added_share = accounts.technology.value_added_share;
    data.input_share = accounts.technology.input_share;
    const Array2<double> demand = final_demand(data);
    for (const double cell : demand.values()) EXPECT_GE(cell, 0.0);
    // Shares have nine decimals.
    EXPECT_NEAR(gdp_of(data)[0] / gdp[0], 1.0, 1e-8);
}

TEST(BalanceAccounts, input_shares_are_billionths_that_add_up_exactly) {
    WorldData data = three_countries();
    std::vector<double> gdp = gdp_of(data);
    gdp[1] *= 1.07;

    const BalancedAccounts accounts =
        balance_accounts(0.03, technology_of(data), data.trade_flow, data.tariff_rate, gdp);

    for (std::size_t r = 0; r < 2; ++r) {
        const double goods = accounts.technology.input_share(1, 0, r);
        const double services = accounts.technology.input_share(1, 1, r);
        EXPECT_EQ(std::round(goods * 1e9) + std::round(services * 1e9), 1e9);
        EXPECT_EQ(std::round(goods * 1e9) / 1e9, goods);
    }
}

TEST(BalanceAccounts, nobody_buys_what_the_country_does_not_absorb) {
    WorldData data = three_countries();
    for (std::size_t i = 0; i < 3; ++i) data.trade_flow(i, 2, 0) = 0.0;
    for (std::size_t n = 0; n < 3; ++n) {
        for (std::size_t s = 0; s < 2; ++s) {
            data.gross_output(n, s) = 0.0;
            for (std::size_t m = 0; m < 3; ++m) data.gross_output(n, s) += data.trade_flow(n, m, s);
        }
    }

    const BalancedAccounts accounts = balance_accounts(0.03, technology_of(data), data.trade_flow,
                                                       data.tariff_rate, gdp_of(data));

    EXPECT_EQ(accounts.technology.input_share(2, 0, 1), 0.0);
    EXPECT_EQ(accounts.technology.input_share(2, 1, 1), 1.0);
}

}  // namespace
}  // namespace entente::detail
