#pragma once

// The five rules for events [D], each in a file of its own. Each returns its events by state and
// year, with the class and grade left to find_events().

#include <vector>

#include "entente/realignment/event.hpp"
#include "entente/realignment/panel.hpp"

namespace entente::detail {

/// [eq:presence-ended]  median(t-5..t-1) >= 200, every year of the ten before >= 100 (six or more
/// of them known), mean(t..t+2) / median over the same ratio of all hosts outside wars <= .25. No
/// window may reach an artefact of E2, such as the new way of counting of 2018.
std::vector<RiskEvent> presence_events(const Panel& panel, const PanelSources& sources);

/// [eq:rival-tie]  a tie with Russia or China in t and none in t-1, in a rival year, by a state of
/// five years and more; years of conferences that bind many states at once are artefacts.
std::vector<RiskEvent> rival_tie_events(const Panel& panel, const PanelSources& sources);

/// [eq:obligation-ended]  an obligation of defence with the United States in t-1 and none in t.
std::vector<RiskEvent> obligation_events(const Panel& panel, const PanelSources& sources);

/// [eq:rival-troops]  100 or more troops of a rival in t and in none of the five years before.
std::vector<RiskEvent> rival_troops_events(const Panel& panel, const PanelSources& sources);

/// Whether a list of artefacts has a rule, state (or all states) and year.
bool is_artefact(const StatePanel& states, std::string_view rule, std::string_view state, int year);

}  // namespace entente::detail
