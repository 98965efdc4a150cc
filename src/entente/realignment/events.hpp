#pragma once

// All events of a panel with class and grade, and whether the named cases are among them.

#include <optional>
#include <vector>

#include "entente/realignment/event.hpp"
#include "entente/realignment/panel.hpp"

namespace entente {

/// A named case and the nearest event of its state within three years, if there is one.
struct CaseMatch {
    NamedCase named;
    std::optional<RiskEvent> event{};
};

struct RiskEvents {
    /// By state, year and rule. Two rules may hold in one year: then the year counts once as a
    /// headline event.
    std::vector<RiskEvent> events;
    std::vector<CaseMatch> cases;

    /// Whether any rule holds for a state in a year: the outcome hazards are fitted on.
    bool is_headline(std::string_view state, int year) const;
};

/// [eq:event-grade]  grade 1 = E1; 2 = E2 or E3; 3 = E4, E5, or E1 within three years of one of
/// E2 to E5 [D].
RiskEvents find_events(const Panel& panel, const PanelSources& sources);

}  // namespace entente
