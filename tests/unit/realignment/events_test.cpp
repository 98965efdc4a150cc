#include <gmock/gmock.h>

#include "entente/realignment/event_vote_shift.hpp"
#include "entente/realignment/events.hpp"
#include "support/risk_panel.hpp"

namespace entente {
namespace {

using ::testing::IsEmpty;
using testing::RiskWorld;
using ::testing::SizeIs;

std::vector<RiskEvent> events_of(const RiskWorld& world, EventRule rule) {
    std::vector<RiskEvent> events;
    const Panel panel = make_panel(world.sources());
    for (const RiskEvent& event : find_events(panel, world.sources()).events) {
        if (event.rule == rule) events.push_back(event);
    }
    return events;
}

/// Moves a state's position from a year on.
void move(RiskWorld& world, const std::string& state, int first_year, double by) {
    const std::size_t s = world.positions.states.at(state);
    for (std::size_t t = 0; t < world.positions.years.size(); ++t) {
        if (world.positions.years[t] >= first_year) world.positions.yearly(s, t) += by;
    }
}

// Trap 3 of the findings.
TEST(VoteShift, nothing_moves_gives_no_event) {
    EXPECT_THAT(events_of(RiskWorld(), EventRule::vote_shift), IsEmpty());
}

TEST(VoteShift, moving_the_united_states_alone_gives_no_event) {
    RiskWorld world;
    move(world, "USA", 1985, 2.0);

    EXPECT_THAT(events_of(world, EventRule::vote_shift), IsEmpty());
}

TEST(VoteShift, adding_a_constant_to_all_in_some_years_gives_no_event) {
    RiskWorld world;
    for (const std::string& state : world.positions.states.codes()) move(world, state, 1985, -1.5);

    EXPECT_THAT(events_of(world, EventRule::vote_shift), IsEmpty());
}

TEST(VoteShift, scaling_the_agenda_of_one_year_gives_no_event) {
    RiskWorld world;
    const std::size_t t = 1985 - RiskWorld::first_year;
    for (std::size_t s = 0; s < world.positions.states.size(); ++s) {
        world.positions.yearly(s, t) *= 1.6;
    }

    EXPECT_THAT(events_of(world, EventRule::vote_shift), IsEmpty());
}

TEST(VoteShift, a_fall_of_one_state_gives_one_event_in_its_year) {
    RiskWorld world;
    // Positions have a standard deviation of about one.
    move(world, "S30", 1985, -3.0);

    const auto events = events_of(world, EventRule::vote_shift);

    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0].state, "S30");
    EXPECT_NEAR(events[0].year, 1985, 1);
    EXPECT_LT(events[0].size, -2.0);
    EXPECT_EQ(events[0].grade, 1);
}

TEST(VoteShift, a_rise_and_a_fall_that_stays_near_the_united_states_are_no_events) {
    RiskWorld world;
    move(world, "S05", 1985, 2.0);
    move(world, "S39", 1985, -0.9);

    EXPECT_THAT(events_of(world, EventRule::vote_shift), IsEmpty());
}

// Trap 7 of the findings.
TEST(VoteShift, few_votes_in_a_year_of_the_window_give_no_event) {
    RiskWorld world;
    move(world, "S30", 1985, -3.0);
    const std::size_t s = world.positions.states.at("S30");
    for (int year = 1982; year <= 1990; year += 2) {
        world.positions.votes_cast(s, static_cast<std::size_t>(year - RiskWorld::first_year)) = 9;
    }

    EXPECT_THAT(events_of(world, EventRule::vote_shift), IsEmpty());
}

TEST(VoteShift, states_below_a_million_give_no_event) {
    RiskWorld world;
    move(world, "S30", 1985, -3.0);
    world.states.spans[33].max_population = 0.5;

    EXPECT_THAT(events_of(world, EventRule::vote_shift), IsEmpty());
}

TEST(VoteShift, residuals_leave_out_what_base_and_year_explain) {
    RiskWorld world;
    move(world, "S30", 1985, -3.0);

    const VoteShifts shifts = vote_shifts(world.positions);

    const std::size_t column = 1985 - RiskWorld::first_year;
    const std::size_t s = world.positions.states.at("S30");
    EXPECT_NEAR(shifts.residual(s, column), -3.0, 0.15);
    EXPECT_TRUE(std::isnan(shifts.residual(s, 0))) << "no base before the first year";
    EXPECT_TRUE(std::isnan(shifts.after(s, 70))) << "2021 and 2022 are not known";
}

TEST(PresenceEnded, lasting_troops_that_go_are_one_event) {
    RiskWorld world;
    world.set_troops("S00", 1950, 1979, 1000);
    world.set_troops("S01", 1950, 2020, 20000);

    const auto events = events_of(world, EventRule::presence_ended);

    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0].state, "S00");
    EXPECT_EQ(events[0].year, 1980);
    EXPECT_TRUE(events[0].is_partner);
    EXPECT_EQ(events[0].grade, 2);
}

TEST(PresenceEnded, a_cut_everywhere_a_spike_and_a_war_are_no_events) {
    RiskWorld everywhere;
    for (const char* state : {"S00", "S01", "S02"}) {
        everywhere.set_troops(state, 1950, 1979, 1000);
        everywhere.set_troops(state, 1980, 2020, 150);
    }
    RiskWorld spike;
    spike.set_troops("S00", 1954, 1958, 5000);
    spike.set_troops("S01", 1950, 2020, 20000);
    RiskWorld war;
    war.set_troops("S00", 1950, 1979, 1000);
    war.set_troops("S01", 1950, 2020, 20000);
    war.states.war_with_usa[{"S00", 1975}] = true;

    EXPECT_THAT(events_of(everywhere, EventRule::presence_ended), IsEmpty());
    EXPECT_THAT(events_of(spike, EventRule::presence_ended), IsEmpty());
    EXPECT_THAT(events_of(war, EventRule::presence_ended), IsEmpty());
}

// Trap 1 of the findings.
TEST(PresenceEnded, no_window_may_straddle_a_change_of_counting) {
    RiskWorld world;
    world.set_troops("S00", 1950, 2017, 16197);
    world.set_troops("S00", 2018, 2020, 2112);
    world.set_troops("S01", 1950, 2020, 40000);
    EXPECT_THAT(events_of(world, EventRule::presence_ended), SizeIs(1));

    world.states.artefacts.push_back(
        {.state = "WLD", .year = 2018, .rule = "E2", .reason = "counts", .source = "made up"});

    EXPECT_THAT(events_of(world, EventRule::presence_ended), IsEmpty());
}

TEST(RivalTie, a_new_tie_in_a_rival_year_is_an_event_and_non_aggression_is_not) {
    RiskWorld world;
    world.set_obligation("S00", "RUS", 1970, 2018, {.consultation = true});
    world.set_obligation("S01", "RUS", 1970, 2018, {.non_aggression = true});
    world.set_obligation("S02", "RUS", 1992, 2018, {.neutrality = true});
    world.set_obligation("S03", "CHN", 1980, 2018, {.consultation = true});
    world.set_obligation("S04", "CHN", 2005, 2024, {.consultation = true});

    const auto events = events_of(world, EventRule::rival_tie);

    ASSERT_THAT(events, SizeIs(2));
    EXPECT_EQ(events[0].state, "S00");
    EXPECT_EQ(events[0].year, 1970);
    EXPECT_EQ(events[0].text, "consultation with Russia");
    EXPECT_EQ(events[1].state, "S04");
}

TEST(RivalTie, young_states_and_conferences_are_no_events) {
    RiskWorld world;
    world.set_obligation("S00", "RUS", 1975, 2018, {.consultation = true});
    world.states.artefacts.push_back({"WLD", 1975, "E3", "conference", "made up"});
    world.set_obligation("S01", "RUS", 1964, 2018, {.consultation = true});
    world.states.spans[4].first_year = 1960;

    EXPECT_THAT(events_of(world, EventRule::rival_tie), IsEmpty());
}

TEST(ObligationEnded, the_first_year_without_it_counts_and_changes_of_code_do_not) {
    RiskWorld world;
    world.set_obligation("S00", "USA", 1950, 1986, {.defence = true});
    world.set_obligation("S01", "USA", 1950, 1991, {.defence = true});
    world.states.artefacts.push_back({"S01", 1992, "E4", "coding", "made up"});

    const auto events = events_of(world, EventRule::obligation_ended);

    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0].year, 1987);
    EXPECT_TRUE(events[0].is_treaty_ally) << "of the year before";
    EXPECT_EQ(events[0].grade, 3);
}

TEST(RivalTroops, an_arrival_after_five_years_without_is_an_event) {
    RiskWorld world;
    for (int year : {1965, 1967, 1975, 1994}) {
        world.states.rival_troops[{{"S00", year}, "RUS"}] = true;
    }

    const auto events = events_of(world, EventRule::rival_troops);

    ASSERT_THAT(events, SizeIs(2));
    EXPECT_EQ(events[0].year, 1965);
    EXPECT_EQ(events[1].year, 1975);
}

TEST(RiskEvents, a_vote_shift_beside_a_deed_is_a_break_and_named_cases_are_matched) {
    RiskWorld world;
    move(world, "S30", 1985, -3.0);
    world.set_obligation("S30", "USA", 1950, 1986, {.defence = true});
    world.states.named_cases = {{"S30", 1986, "turn", "made up"}, {"S31", 1986, "turn", "made up"}};

    const Panel panel = make_panel(world.sources());
    const RiskEvents found = find_events(panel, world.sources());

    ASSERT_THAT(found.events, SizeIs(2));
    EXPECT_EQ(found.events[0].rule, EventRule::vote_shift);
    EXPECT_EQ(found.events[0].grade, 3);
    EXPECT_TRUE(found.is_headline("S30", 1987));
    EXPECT_FALSE(found.is_headline("S30", 1990));
    ASSERT_TRUE(found.cases[0].event.has_value());
    EXPECT_FALSE(found.cases[1].event.has_value());
}

TEST(EventRule, years_in_which_a_power_was_no_rival) {
    EXPECT_TRUE(is_rival_year("RUS", 1987));
    EXPECT_FALSE(is_rival_year("RUS", 1988));
    EXPECT_FALSE(is_rival_year("RUS", 1999));
    EXPECT_FALSE(is_rival_year("CHN", 1972));
    EXPECT_TRUE(is_rival_year("CHN", 1989));
    EXPECT_EQ(event_rule_code(EventRule::rival_troops), "E5");
}

}  // namespace
}  // namespace entente
