#include "entente/realignment/hazard/panel_predictors.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "entente/base/random_stream.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/realignment/hazard/position_history.hpp"

namespace entente {
namespace {

using detail::PositionHistory;

/// USA, RUS, CHN and 27 more states, 1990 to 2019, wandering a little.
Positions wandering() {
    Positions positions;
    std::vector<std::string> codes{"USA", "RUS", "CHN"};
    for (int n = 0; n < 27; ++n) codes.push_back(fmt::format("A{}{}", n / 10, n % 10));
    positions.states = Axis(codes);
    for (int year = 1990; year < 2020; ++year) positions.years.push_back(year);
    positions.filtered = Array2<double>(codes.size(), positions.years.size());
    RandomStream stream({.seed = 9});
    for (std::size_t n = 0; n < codes.size(); ++n) {
        double theta = normal_draw(stream);
        for (std::size_t t = 0; t < positions.years.size(); ++t) {
            theta += 0.05 * normal_draw(stream);
            positions.filtered(n, t) = theta;
        }
    }
    positions.smoothed = positions.filtered;
    positions.yearly = positions.filtered;
    return positions;
}

TEST(PositionHistory, nothing_later_than_the_year_changes_what_is_said_of_it) {
    const Positions positions = wandering();
    Positions altered = positions;
    for (std::size_t n = 0; n < altered.states.size(); ++n) {
        for (std::size_t t = 15; t < altered.years.size(); ++t)
            altered.filtered(n, t) = -3.0 + 0.01 * static_cast<double>(n * t % 7);
    }
    const PositionHistory history(positions);
    const PositionHistory other(altered);

    constexpr int year = 2004;
    EXPECT_EQ(history.relative("A05", year), other.relative("A05", year));
    EXPECT_EQ(history.drift("A05", year), other.drift("A05", year));
    EXPECT_EQ(history.volatility("A05", year), other.volatility("A05", year));
    EXPECT_EQ(history.distance_to_rival("A05", year), other.distance_to_rival("A05", year));
    EXPECT_EQ(history.us_isolation_change(year), other.us_isolation_change(year));
    EXPECT_FALSE(std::isnan(history.drift("A05", year)));
}

TEST(PositionHistory, a_move_of_all_states_together_is_no_drift) {
    const Positions positions = wandering();
    Positions moved = positions;
    for (std::size_t n = 0; n < moved.states.size(); ++n) {
        for (std::size_t t = 12; t < moved.years.size(); ++t) moved.filtered(n, t) += 0.7;
    }

    const PositionHistory history(positions);
    const PositionHistory other(moved);

    for (const int year : {2001, 2003, 2005, 2010}) {
        EXPECT_NEAR(history.drift("A05", year), other.drift("A05", year), 1e-6) << year;
        EXPECT_NEAR(history.relative("A05", year), other.relative("A05", year), 1e-12) << year;
    }
}

TEST(PositionHistory, a_fall_of_one_state_is_its_own_drift) {
    Positions positions = wandering();
    const std::size_t n = positions.states.at("A05");
    for (std::size_t t = 15; t < positions.years.size(); ++t) positions.filtered(n, t) -= 1.0;

    const PositionHistory history(positions);

    EXPECT_LT(history.drift("A05", 2007), -0.6);
    EXPECT_GT(history.drift("A06", 2007), -0.4);
    EXPECT_TRUE(std::isnan(history.drift("XXX", 2007)));
    EXPECT_TRUE(std::isnan(history.relative("A05", 1980)));
    EXPECT_TRUE(std::isnan(history.volatility("A05", 1992)));
}

Panel one_state() {
    Panel panel;
    panel.first_year = 2000;
    panel.last_year = 2004;
    for (int year = 2000; year <= 2004; ++year) {
        PanelRow row;
        row.state = "A05";
        row.year = year;
        row.is_partner = true;
        for (PanelValue& value : row.values) value.value = 1.0;
        row[PanelVariable::share_usa] = {0.1 * (year - 1999), false, year == 2002 || year == 2003};
        row[PanelVariable::polyarchy].value = year < 2003 ? 0.8 : 0.3;
        panel.rows.push_back(row);
    }
    return panel;
}

double value(const HazardTable& table, std::size_t row, std::string_view name) {
    const auto found = std::find(table.predictors.begin(), table.predictors.end(), name);
    return table.values(row, static_cast<std::size_t>(found - table.predictors.begin()));
}

TEST(HazardFromPanel, a_share_that_looks_ahead_gives_way_to_the_last_one_observed) {
    const PanelHazard hazard = hazard_from_panel(one_state(), wandering(), {});

    EXPECT_NEAR(value(hazard.table, 1, "trade_share_us"), 0.2, 1e-12);
    EXPECT_NEAR(value(hazard.table, 2, "trade_share_us"), 0.2, 1e-12);
    EXPECT_NEAR(value(hazard.table, 4, "trade_share_us"), 0.5, 1e-12);
    EXPECT_NEAR(value(hazard.table, 3, "polyarchy_change"), 0.5, 1e-12);
    EXPECT_EQ(value(hazard.table, 1, "new_party"), 1.0) << "2001";
    EXPECT_EQ(value(hazard.table, 2, "new_party"), 0.0);
    EXPECT_EQ(value(hazard.table, 0, "log_troops"), std::log(2.0));
}

TEST(HazardFromPanel, an_event_outside_the_panel_is_named_and_not_lost) {
    const PanelHazard hazard =
        hazard_from_panel(one_state(), wandering(), {{"A05", 2003, 2005}, {"A05", 1999, 2001}});

    ASSERT_EQ(hazard.table.events.size(), 1U);
    EXPECT_EQ(hazard.table.events.front().year, 2003);
    ASSERT_EQ(hazard.left_out.size(), 1U);
    EXPECT_EQ(hazard.left_out.front().year, 1999);
}

}  // namespace
}  // namespace entente
