#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/realignment/panel.hpp"
#include "entente/realignment/panel_coverage.hpp"
#include "entente/realignment/panel_rules.hpp"
#include "support/risk_panel.hpp"

namespace entente {
namespace {

using testing::RiskWorld;
using V = PanelVariable;

TEST(Panel, powers_small_states_and_rival_pacts_are_left_out_by_name_and_years) {
    RiskWorld world;
    world.states.spans[4].max_population = 0.9;
    world.set_obligation("S02", "RUS", 1960, 1969, {.defence = true});

    const Panel panel = make_panel(world.sources());

    EXPECT_EQ(panel.find("USA", 1960), nullptr);
    EXPECT_EQ(panel.find("S01", 1960), nullptr);
    EXPECT_EQ(panel.find("S02", 1965), nullptr);
    EXPECT_NE(panel.find("S02", 1970), nullptr);
    const auto pact = std::ranges::find(panel.left_out, "S02", &PanelGap::state);
    ASSERT_NE(pact, panel.left_out.end());
    EXPECT_EQ(pact->first_year, 1960);
    EXPECT_EQ(pact->last_year, 1969);
    EXPECT_EQ(pact->reason, "defence treaty with Russia or China");
}

TEST(Panel, a_state_is_in_it_only_while_it_exists_and_data_outside_are_told) {
    RiskWorld world;
    world.states.spans[3].first_year = 1960;
    world.states.spans[3].last_year = 1990;
    world.set_obligation("S00", "USA", 1958, 1962, {.defence = true});

    const Panel panel = make_panel(world.sources());

    EXPECT_EQ(panel.find("S00", 1959), nullptr);
    EXPECT_EQ(panel.find("S00", 1991), nullptr);
    EXPECT_EQ(panel.find("S00", 1965)->age, 5);
    ASSERT_FALSE(panel.left_out.empty());
    const auto early = std::ranges::find(panel.left_out, "S00", &PanelGap::state);
    ASSERT_NE(early, panel.left_out.end());
    EXPECT_EQ(early->first_year, 1958);
    EXPECT_EQ(early->last_year, 1959);
}

TEST(Panel, one_number_may_follow_another_and_overlapping_spans_are_refused) {
    RiskWorld world;
    world.states.spans[3].last_year = 1990;
    world.states.spans.push_back(
        {.state = "S00", .cow = 255, .first_year = 1990, .max_population = 10.0});

    const Panel panel = make_panel(world.sources());

    EXPECT_EQ(panel.find("S00", 1989)->cow, 303);
    EXPECT_EQ(panel.find("S00", 1990)->cow, 255);
    world.states.spans.back().first_year = 1980;
    EXPECT_THROW(make_panel(world.sources()), DataError);
}

TEST(Panel, partners_have_an_obligation_or_lasting_troops_outside_war) {
    RiskWorld world;
    world.set_obligation("S00", "USA", 1950, 2018, {.defence = true});
    world.set_obligation("S01", "USA", 1950, 2018, {.defence = true});
    world.states.spans[4].cow = 100;
    world.set_troops("S02", 1960, 1970, 200);
    world.set_troops("S03", 1960, 1970, 200);
    world.states.war_with_usa[{"S03", 1965}] = true;
    world.set_troops("S04", 1960, 1961, 5000);

    const Panel panel = make_panel(world.sources());

    EXPECT_TRUE(panel.find("S00", 1960)->is_treaty_ally);
    EXPECT_TRUE(panel.find("S01", 1960)->is_partner);
    EXPECT_FALSE(panel.find("S01", 1960)->is_treaty_ally) << "an American state by the Rio Treaty";
    EXPECT_TRUE(panel.find("S02", 1964)->is_partner);
    EXPECT_FALSE(panel.find("S02", 1961)->is_partner) << "two years of five";
    EXPECT_TRUE(panel.find("S03", 1964)->is_partner);
    EXPECT_FALSE(panel.find("S03", 1966)->is_partner) << "a war deployment";
    EXPECT_FALSE(panel.find("S04", 1962)->is_partner) << "a spike of two years";
}

TEST(Panel, troops_against_the_will_of_a_government_make_no_partner) {
    RiskWorld world;
    world.states.spans[3].state = "SYR";
    world.set_troops("SYR", 2014, 2020, 1000);

    EXPECT_FALSE(is_partner(world.states, world.ties, "SYR", 2019));
}

TEST(Panel, guantanamo_does_not_make_a_partner) {
    RiskWorld world;
    world.states.spans[3].state = "CUB";
    world.set_troops("CUB", 1950, 2020, 1000);

    EXPECT_FALSE(is_partner(world.states, world.ties, "CUB", 1980));
    EXPECT_TRUE(is_partner(
        world.states,
        {.years = {}, .troops = {{"S01", 1976, 900}, {"S01", 1977, 900}, {"S01", 1978, 900}}},
        "S01", 1980));
}

TEST(Panel, shares_between_publishers_look_ahead_and_later_ones_are_carried_two_years) {
    RiskWorld world;
    world.states.trade_shares[{"S00", 2000}] = {.usa = 0.2, .chn = 0.1, .rus = 0.0};
    world.states.trade_shares[{"S00", 2004}] = {.usa = 0.4, .chn = 0.1, .rus = 0.0};

    const Panel panel = make_panel(world.sources());

    const auto share = [&](int year) { return (*panel.find("S00", year))[V::share_usa]; };
    EXPECT_FALSE(share(1999).is_known());
    EXPECT_DOUBLE_EQ(share(2001).value, 0.25);
    EXPECT_TRUE(share(2001).looks_ahead);
    EXPECT_FALSE(share(2004).carried);
    EXPECT_DOUBLE_EQ(share(2006).value, 0.4);
    EXPECT_TRUE(share(2006).carried);
    EXPECT_FALSE(share(2006).looks_ahead);
    EXPECT_FALSE(share(2007).is_known());
}

TEST(Panel, a_year_without_a_row_is_none_only_where_the_table_knows_the_year) {
    RiskWorld world;
    world.states.rivalries[{"S00", 2020}] = 2;
    world.states.irregular_leader[{"S00", 1970}] = true;

    const Panel panel = make_panel(world.sources(), {.last_year = 2022});

    EXPECT_EQ((*panel.find("S00", 1970))[V::irregular_leader].value, 1.0);
    EXPECT_EQ((*panel.find("S00", 1971))[V::irregular_leader].value, 0.0);
    EXPECT_FALSE((*panel.find("S00", 2016))[V::irregular_leader].is_known());
    EXPECT_EQ((*panel.find("S00", 2022))[V::rivalries].value, 2.0);
    EXPECT_TRUE((*panel.find("S00", 2022))[V::rivalries].carried);
}

/// Trap 2 of the findings: nothing later may enter, but where the panel says so.
TEST(Panel, rows_do_not_change_when_later_data_do) {
    constexpr int cut = 1990;
    RiskWorld world;
    world.set_obligation("S00", "USA", 1950, 2018, {.defence = true});
    world.set_troops("S01", 1950, 2020, 900);
    for (int year = 1950; year <= 2018; ++year) {
        world.states.polyarchy[{"S01", year}] = 0.5;
        world.states.gdp_per_head[{"S01", year}] = 1000.0;
        world.states.trade_shares[{"S01", year}] = {.usa = 0.3, .chn = 0.1, .rus = 0.1};
    }
    RiskWorld altered = world;
    for (auto& [key, value] : altered.states.polyarchy) value = key.second > cut ? 0.1 : value;
    for (auto& [key, value] : altered.states.gdp_per_head) value = key.second > cut ? 9.0 : value;
    for (auto& [key, value] : altered.states.trade_shares) {
        if (key.second > cut) value.usa = 0.9;
    }
    for (TroopsYear& row : altered.ties.troops) row.active_duty = row.year > cut ? 1 : 900;
    for (int year = cut + 1; year <= 2018; ++year) {
        altered.states.obligations.erase({{"S00", year}, "USA"});
        altered.states.war_with_usa[{"S01", year}] = true;
        altered.states.intrastate[{"S01", year}] = true;
    }
    for (std::size_t t = 0; t < altered.positions.years.size(); ++t) {
        if (altered.positions.years[t] > cut) altered.positions.filtered(4, t) = -9.0;
    }

    const Panel before = make_panel(world.sources());
    const Panel after = make_panel(altered.sources());

    for (const PanelRow& row : before.rows) {
        if (row.year > cut) continue;
        const PanelRow* other = after.find(row.state, row.year);
        ASSERT_NE(other, nullptr);
        EXPECT_EQ(row.is_partner, other->is_partner) << row.state << row.year;
        for (std::size_t v = 0; v < num_panel_variables; ++v) {
            if (row.values[v].looks_ahead || !row.values[v].is_known()) continue;
            EXPECT_EQ(row.values[v].value, other->values[v].value) << row.state << row.year;
        }
    }
    EXPECT_NE((*after.find("S01", 2000))[V::polyarchy].value,
              (*before.find("S01", 2000))[V::polyarchy].value);
}

TEST(Panel, holes_and_coverage_count_what_is_not_known) {
    RiskWorld world;
    for (int year = 1970; year <= 2020; ++year) world.states.polyarchy[{"S00", year}] = 0.5;

    const Panel panel = make_panel(world.sources(), {.last_year = 2020});
    const PanelCoverage coverage = panel_coverage(panel);

    EXPECT_EQ(coverage.rows[0], 40u * 20u);
    const auto polyarchy = static_cast<std::size_t>(V::polyarchy);
    EXPECT_EQ(coverage.variables[polyarchy].known[0], 0.0);
    EXPECT_DOUBLE_EQ(coverage.variables[polyarchy].known[1], 1.0 / 40.0);
    EXPECT_DOUBLE_EQ(coverage.variables[static_cast<std::size_t>(V::position)].known[1], 1.0);
    bool told = false;
    for (const PanelGap& gap : panel_holes(panel)) {
        if (gap.state == "S00" && gap.what == "polyarchy") {
            EXPECT_EQ(gap.first_year, 1950);
            EXPECT_EQ(gap.last_year, 1969);
            told = true;
        }
    }
    EXPECT_TRUE(told);
}

}  // namespace
}  // namespace entente
