#pragma once

// How often events came, by class of state and period, with exact intervals; and how often defence
// obligations of the whole world ended.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "entente/numerics/poisson_interval.hpp"
#include "entente/realignment/events.hpp"
#include "entente/realignment/panel.hpp"
#include "entente/realignment/panel_coverage.hpp"

namespace entente {

/// Periods of outcome years.
inline constexpr std::array<YearSpan, 4> rate_periods{
    {{1951, 1969}, {1970, 1989}, {1990, 2004}, {2005, 2021}}};

enum class RateClass { partners, treaty_allies, all_states };
enum class RateEvent { e1, e2, e3, e4, e5, e2_to_e5, grade_2, grade_3, headline };
inline constexpr std::size_t num_rate_events = 9;

/// Words such as "E2 to E5".
std::string_view rate_event_word(RateEvent event);
std::string_view rate_class_word(RateClass klass);

/// Years with such an event; two events of a state in a year count once.
struct BaseRate {
    RateClass klass{};
    RateEvent event{};
    std::array<std::size_t, rate_periods.size()> counts{};
    std::size_t total = 0;
    /// Country-years at risk: the state was in the class the year before, or this year if it was
    /// not in the panel then.
    std::array<std::size_t, rate_periods.size()> years{};
    std::size_t total_years = 0;
    /// Events a year, with a 90 percent interval.
    PoissonInterval rate{};
};

/// [eq:base-rate]  rate = events / country-years, interval of Garwood (1936)
std::vector<BaseRate> base_rates(const Panel& panel, const RiskEvents& events);

/// Ends of defence obligations between pairs of states in a span of years.
struct PactRate {
    YearSpan years{};
    bool is_usa = false;
    std::size_t pair_years = 0;
    std::size_t ends = 0;
    PoissonInterval rate{};
};

/// [eq:pact-hazard]  hazard = pairs with an obligation in t and none in t+1 / pairs with one in t
/// Years whose next year is not observed are left out.
std::vector<PactRate> pact_rates(const StatePanel& states);

}  // namespace entente
