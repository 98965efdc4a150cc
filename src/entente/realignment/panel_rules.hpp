#pragma once

// Who counts as a partner of the United States [D].

#include <string>
#include <string_view>

#include "entente/world/layer/security_ties.hpp"
#include "entente/world/layer/state_panel.hpp"

namespace entente {

/// Whether American troops are there against the will of the government, so that they make no
/// partner: Guantanamo in Cuba, and Syria since 2014. [D]
bool is_unwilling_host(std::string_view state);
/// Median troops of five years that make a partner without a treaty.
inline constexpr int partner_troops = 200;
/// A war of the United States beside or against the state makes a deployment for so many years.
inline constexpr int war_years = 10;

/// Whether the United States fought with or beside a state in year-10..year.
bool is_war_deployment(const StatePanel& states, const std::string& state, int year);

/// Median American troops of the five years up to `year`; a year without a row counts as none.
double median_troops(const SecurityTies& ties, std::string_view state, int year);

/// [eq:treaty-ally]  a = obligation of defence with the United States, and not an American state
/// bound by the Rio Treaty alone (Canada, or a number of 200 and more).
bool is_treaty_ally(const StatePanel& states, const std::string& state, int cow, int year);

/// [eq:partner]  p = obligation of defence, or median troops of five years >= 200 outside a war
/// deployment and not against the government's will.
bool is_partner(const StatePanel& states, const SecurityTies& ties, const std::string& state,
                int year);

/// Defence treaty with Russia or China: the state belongs to a rival.
bool has_rival_pact(const StatePanel& states, const std::string& state, int year);

}  // namespace entente
