#include "entente/realignment/base_rates.hpp"

#include <gmock/gmock.h>

#include "support/risk_panel.hpp"

namespace entente {
namespace {

using testing::RiskWorld;

const BaseRate& rate(const std::vector<BaseRate>& rates, RateClass klass, RateEvent event) {
    return *std::ranges::find_if(
        rates, [&](const BaseRate& r) { return r.klass == klass && r.event == event; });
}

TEST(BaseRates, events_and_years_at_risk_are_counted_by_class_and_period) {
    RiskWorld world;
    world.set_obligation("S00", "USA", 1950, 1986, {.defence = true});
    const Panel panel = make_panel(world.sources(), {.last_year = 2020});

    const auto rates = base_rates(panel, find_events(panel, world.sources()));

    const BaseRate& ended = rate(rates, RateClass::treaty_allies, RateEvent::e4);
    EXPECT_EQ(ended.counts[1], 1u);
    EXPECT_EQ(ended.total, 1u);
    // At risk in 1951 to 1987, by the year before.
    EXPECT_EQ(ended.years[0], 19u);
    EXPECT_EQ(ended.years[1], 18u);
    EXPECT_DOUBLE_EQ(ended.rate.rate, 1.0 / 37.0);
    EXPECT_EQ(rate(rates, RateClass::partners, RateEvent::headline).total, 1u);
    EXPECT_EQ(rate(rates, RateClass::partners, RateEvent::grade_3).total, 1u);
    EXPECT_EQ(rate(rates, RateClass::partners, RateEvent::grade_2).total, 0u);
    EXPECT_EQ(rate(rates, RateClass::all_states, RateEvent::e2_to_e5).total_years, 40u * 70u);
}

TEST(PactRates, years_whose_next_year_is_not_known_are_left_out) {
    StatePanel states;
    states.pact_totals = {{.year = 1989, .pacts = 100, .usa_pacts = 10, .ends = 5, .usa_ends = 1},
                          {.year = 2017, .pacts = 200, .usa_pacts = 20, .ends = 2, .usa_ends = 0},
                          {.year = 2018, .pacts = 210, .usa_pacts = 21}};

    const auto rates = pact_rates(states);

    EXPECT_EQ(rates[0].pair_years, 100u);
    EXPECT_DOUBLE_EQ(rates[0].rate.rate, 0.05);
    EXPECT_EQ(rates[1].pair_years, 200u);
    EXPECT_EQ(rates[2].pair_years, 30u);
    EXPECT_EQ(rates[2].ends, 1u);
    EXPECT_EQ(rates[3].rate.low, 0.0);
}

}  // namespace
}  // namespace entente
