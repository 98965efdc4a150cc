#pragma once

// Which measures of a scenario apply on a day.

#include "entente/scenario/scenario.hpp"

namespace entente {

/// 31 December: a year has the policy in force at its end.
Date last_day_of(int year);

/// Whether a day lies between the first and the last day of a measure, both included. A measure
/// without a first day has always been in force, one without a last day stays so.
bool is_in_force(const Measure& measure, const Date& day);

/// The scenario with the measures in force on a day alone, in their order. Groups keep the members
/// of the first day of their measure.
Scenario measures_in_force(Scenario scenario, const Date& day);

}  // namespace entente
