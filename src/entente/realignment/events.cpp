#include "entente/realignment/events.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "entente/realignment/event_rules.hpp"
#include "entente/realignment/event_vote_shift.hpp"

namespace entente {
namespace {

constexpr int near_years = 3;

bool is_near(const RiskEvent& one, const RiskEvent& other) {
    return one.state == other.state && std::abs(one.year - other.year) <= near_years;
}

int grade_of(const RiskEvent& event, const std::vector<RiskEvent>& all) {
    switch (event.rule) {
        case EventRule::presence_ended:
        case EventRule::rival_tie:
            return 2;
        case EventRule::obligation_ended:
        case EventRule::rival_troops:
            return 3;
        case EventRule::vote_shift:
            break;
    }
    const bool is_with_deed = std::ranges::any_of(all, [&](const RiskEvent& other) {
        return other.rule != EventRule::vote_shift && is_near(event, other);
    });
    return is_with_deed ? 3 : 1;
}

void set_class(const Panel& panel, RiskEvent& event) {
    const PanelRow* row = panel.find(event.state, event.year - 1);
    if (row == nullptr) row = panel.find(event.state, event.year);
    if (row == nullptr) return;
    event.is_partner = row->is_partner;
    event.is_treaty_ally = row->is_treaty_ally;
}

CaseMatch match(const NamedCase& named, const std::vector<RiskEvent>& events) {
    CaseMatch result{.named = named};
    for (const RiskEvent& event : events) {
        const int distance = std::abs(event.year - named.year);
        if (event.state != named.state || distance > near_years) continue;
        if (!result.event || distance < std::abs(result.event->year - named.year)) {
            result.event = event;
        }
    }
    return result;
}

}  // namespace

bool RiskEvents::is_headline(std::string_view state, int year) const {
    const auto key = [](const RiskEvent& event) {
        return std::pair<std::string_view, int>(event.state, event.year);
    };
    return std::ranges::binary_search(events, std::pair(state, year), {}, key);
}

RiskEvents find_events(const Panel& panel, const PanelSources& sources) {
    RiskEvents found;
    for (auto list :
         {vote_shift_events(panel, sources.positions), detail::presence_events(panel, sources),
          detail::rival_tie_events(panel, sources), detail::obligation_events(panel, sources),
          detail::rival_troops_events(panel, sources)}) {
        found.events.insert(found.events.end(), list.begin(), list.end());
    }
    std::ranges::sort(found.events, {}, [](const RiskEvent& event) {
        return std::tuple<std::string_view, int, EventRule>(event.state, event.year, event.rule);
    });
    for (RiskEvent& event : found.events) {
        event.grade = grade_of(event, found.events);
        set_class(panel, event);
    }
    for (const NamedCase& named : sources.states.named_cases) {
        found.cases.push_back(match(named, found.events));
    }
    return found;
}

}  // namespace entente
