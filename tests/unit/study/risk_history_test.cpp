// The history behind realignment risk on the layers that come with entente, held against the trial
// in which the rules were fixed. Positions are estimated in another way here than there.

#include "entente/study/risk/history.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::Not;

LayerSet layers(std::initializer_list<const char*> names) {
    const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
    LayerSet set;
    for (const char* name : names) set.add(open_layer(WorldCatalog({}), (folder / name).string()));
    return set;
}

LayerSet all_layers() {
    return layers({"panel", "security", "votes", "positions", "signals"});
}

auto is_event(const char* state, int year, EventRule rule) {
    return AllOf(Field(&RiskEvent::state, state), Field(&RiskEvent::year, year),
                 Field(&RiskEvent::rule, rule));
}

TEST(RiskEvents, deeds_of_partners_are_those_of_the_trial) {
    const RiskEventList list = run_risk_task(all_layers(), RiskEventsOptions{});

    std::vector<std::string> deeds;
    for (const RiskEvent& event : list.events) {
        if (event.rule == EventRule::vote_shift) continue;
        deeds.push_back(std::string(event_rule_code(event.rule)) + event.state +
                        std::to_string(event.year));
    }
    EXPECT_THAT(deeds,
                ::testing::UnorderedElementsAre(
                    "E2SAU1962", "E2MAR1963", "E2FRA1966", "E2PAK1969", "E2LBY1970", "E2CYP1974",
                    "E2THA1975", "E2TWN1976", "E2MAR1978", "E2IRN1979", "E2PHL1992", "E2SAU2002",
                    "E2BIH2006", "E3FRA1970", "E3CAN1971", "E3DNK1976", "E3PAK2015", "E4CUB1963",
                    "E4ESP1971", "E4IRN1980", "E4TWN1981", "E4NZL1987", "E5NIC1984", "E5PER1984"));
    EXPECT_THAT(list.events, Contains(is_event("CUB", 1960, EventRule::vote_shift)));
    EXPECT_THAT(list.events, Contains(is_event("VEN", 2004, EventRule::vote_shift)));
}

TEST(RiskEvents, one_state_is_shown_with_its_named_cases_found_or_missed) {
    const RiskEventList list = run_risk_task(all_layers(), RiskEventsOptions{.country = "PHL"});

    EXPECT_THAT(list.events, Contains(is_event("PHL", 1992, EventRule::presence_ended)));
    ASSERT_EQ(list.cases.size(), 2u);
    EXPECT_TRUE(list.cases[0].event.has_value());
    EXPECT_FALSE(list.cases[1].event.has_value()) << "2016 moved no vote, base or treaty";
}

TEST(RiskEvents, acts_of_the_ledger_are_evidence_after_the_treaties_and_no_events) {
    const RiskEventList list = run_risk_task(all_layers(), RiskEventsOptions{.all = true});

    EXPECT_FALSE(list.acts.empty());
    for (const RivalAct& act : list.acts) {
        EXPECT_GE(act.magnitude, 4);
        EXPECT_GT(act.date, "2018-12-31");
    }
    for (const RiskEvent& event : list.events) {
        EXPECT_TRUE(event.rule != EventRule::rival_tie || event.year <= 2018) << event.state;
    }
}

TEST(RiskBaseRates, counts_are_within_a_tenth_of_the_trial) {
    const RiskBaseRates rates = run_risk_task(all_layers(), RiskBaseRatesOptions{});
    const auto find = [&](RateClass klass, RateEvent event) {
        return *std::ranges::find_if(rates.rates, [&](const BaseRate& rate) {
            return rate.klass == klass && rate.event == event;
        });
    };

    const BaseRate partners = find(RateClass::partners, RateEvent::headline);
    EXPECT_NEAR(static_cast<double>(partners.total), 55.0, 5.5);
    EXPECT_NEAR(static_cast<double>(partners.total_years), 3431.0, 343.0);
    EXPECT_NEAR(static_cast<double>(find(RateClass::treaty_allies, RateEvent::e1).total_years),
                1620.0, 162.0);
    const BaseRate all = find(RateClass::all_states, RateEvent::headline);
    EXPECT_NEAR(static_cast<double>(all.total), 213.0, 21.3);
    EXPECT_NEAR(static_cast<double>(all.total_years), 8690.0, 869.0);
}

// Pairs of states with a defence obligation and their ends, counted from the same data elsewhere.
TEST(RiskBaseRates, ends_of_treaties_are_the_published_count) {
    const RiskBaseRates rates = run_risk_task(all_layers(), RiskBaseRatesOptions{});

    EXPECT_EQ(rates.pacts[0].pair_years, 25355u);
    EXPECT_EQ(rates.pacts[0].ends, 908u);
    EXPECT_EQ(rates.pacts[1].pair_years, 37025u);
    EXPECT_EQ(rates.pacts[1].ends, 138u);
    EXPECT_EQ(rates.pacts[2].pair_years, 3628u);
    EXPECT_EQ(rates.pacts[2].ends, 31u);
}

TEST(RiskCoverage, shares_known_are_those_of_the_trial) {
    const RiskCoverage coverage =
        run_risk_task(all_layers(), RiskCoverageOptions{.country = "FRA"});
    const auto known = [&](PanelVariable variable) {
        return coverage.coverage.variables[static_cast<std::size_t>(variable)].known;
    };

    const std::array<double, 6> position{.83, .94, .95, .99, .99, .98};
    const std::array<double, 6> share{0, .09, .81, .99, .98, .98};
    const std::array<double, 6> finance{0, 0, .34, 1, 1, .25};
    const std::array<double, 6> leader{1, 1, 1, 1, .17, 0};
    for (std::size_t p = 0; p < position.size(); ++p) {
        EXPECT_NEAR(known(PanelVariable::position)[p], position[p], 0.025);
        EXPECT_NEAR(known(PanelVariable::share_usa)[p], share[p], 0.01);
        EXPECT_NEAR(known(PanelVariable::china_finance)[p], finance[p], 0.01);
        EXPECT_NEAR(known(PanelVariable::irregular_leader)[p], leader[p], 0.01);
        EXPECT_GT(known(PanelVariable::polyarchy)[p], 0.99);
    }
    EXPECT_THAT(coverage.gaps, Contains(Field(&PanelGap::what, "share_usa")));
    EXPECT_THAT(coverage.gaps, Not(Contains(Field(&PanelGap::state, "DEU"))));
}

TEST(RiskTasks, what_cannot_be_shown_is_refused) {
    EXPECT_THROW(run_risk_task(layers({"security", "votes"}), RiskEventsOptions{}), OptionError);
    EXPECT_THROW(run_risk_task(all_layers(), RiskEventsOptions{.partners = true, .all = true}),
                 OptionError);
    EXPECT_THROW(run_risk_task(all_layers(), RiskEventsOptions{.country = "FRN"}), OptionError);
}

}  // namespace
}  // namespace entente
