#pragma once

// From the panel of states and their positions to the predictors of the hazard. Every predictor of
// a year rests on that year and those before it.

#include <string>
#include <vector>

#include "entente/realignment/hazard/hazard_table.hpp"
#include "entente/realignment/panel.hpp"
#include "entente/realignment/positions.hpp"

namespace entente {

/// An event of a state in a year, and the first year whose end it could be seen from.
struct KnownEvent {
    std::string state;
    int year = 0;
    int known_from = 0;
};

struct PanelHazard {
    HazardTable table;
    /// Events of states that were not in the panel the year before, named, so that none is lost
    /// without a word.
    std::vector<KnownEvent> left_out;
};

/// Rows of the panel as rows of a hazard.
///
/// [eq:theta-drift]  residual of  mean(theta[t-2..t]) - mean(theta[t-5..t-3])  on  base, base^2
/// over all states of the year (Huber, k = 1.5), theta from votes up to each year.
///
/// A share of trade read between two publishers' years would know the later one: the last share
/// observed in the five years before stands in for it.
///
/// @param events  By any order; one a state and year.
/// @throws        DataError as check_hazard_table.
PanelHazard hazard_from_panel(const Panel& panel, const Positions& positions,
                              const std::vector<KnownEvent>& events);

}  // namespace entente
