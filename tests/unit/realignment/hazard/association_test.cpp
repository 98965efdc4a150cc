#include "entente/realignment/hazard/association.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/logistic_regression.hpp"
#include "entente/numerics/random_draws.hpp"
#include "simulated_table.hpp"

namespace entente {
namespace {

std::size_t column(const HazardTable& table, std::string_view name) {
    return static_cast<std::size_t>(
        std::find(table.predictors.begin(), table.predictors.end(), name) -
        table.predictors.begin());
}

/// Trade that leans to the United States by v, and events with log odds `slope` v beyond the rest.
HazardTable leaning(double slope) {
    HazardTable table = simulated_table({.num_states = 150, .first_year = 1980});
    table.events.clear();
    RandomStream stream({.seed = 4});
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        const double lean = 0.3 * normal_draw(stream);
        table.values(k, column(table, "trade_share_us")) = 0.4 + lean;
        table.values(k, column(table, "trade_share_china")) = 0.3;
        table.values(k, column(table, "trade_share_russia")) = 0.1;
        const HazardRow& row = table.rows[k];
        if (stream.uniform() < logistic(-3.0 + slope * lean) && row.year < 2023) {
            table.events.push_back({row.state, row.year + 1, row.year + 3});
        }
    }
    return table;
}

TEST(TradeAssociation, finds_the_odds_that_events_were_drawn_with) {
    const Association found = trade_association(leaning(-3.0));

    EXPECT_NEAR(found.odds_ratio, std::exp(-0.3), 0.05);
    EXPECT_LT(found.low, found.odds_ratio);
    EXPECT_GT(found.high, found.odds_ratio);
    EXPECT_LT(found.high, 1.0);
    EXPECT_EQ(found.num_rows, 150U * 30U);
}

TEST(TradeAssociation, finds_nothing_where_there_is_nothing) {
    const Association found = trade_association(leaning(0.0));

    EXPECT_LT(found.low, 1.0);
    EXPECT_GT(found.high, 1.0);
}

TEST(TradeAssociation, without_figures_there_is_none) {
    HazardTable table = leaning(0.0);
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        table.values(k, column(table, "trade_share_us")) = std::numeric_limits<double>::quiet_NaN();
    }

    EXPECT_THROW(trade_association(table), OptionError);
}

TEST(FinanceAssociation, leaves_out_states_without_finance) {
    HazardTable table = leaning(0.0);
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        table.values(k, column(table, "chinese_finance")) = table.rows[k].state < 50 ? 2.0 : 0.0;
    }

    EXPECT_EQ(finance_association(table).num_rows, 50U * 30U);
}

}  // namespace
}  // namespace entente
