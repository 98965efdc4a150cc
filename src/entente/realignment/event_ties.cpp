#include <array>
#include <string>

#include "entente/realignment/event_rules.hpp"

namespace entente::detail {
namespace {

constexpr int least_age = 5;
constexpr std::array<std::string_view, 2> rivals{"RUS", "CHN"};

std::string power_name(std::string_view power) {
    return power == "RUS" ? "Russia" : "China";
}

std::string kinds_of(const PowerObligations& obligations) {
    std::string kinds;
    const auto add = [&](bool has, const char* kind) {
        if (has) kinds += (kinds.empty() ? "" : ", ") + std::string(kind);
    };
    add(obligations.defence, "defence");
    add(obligations.neutrality, "neutrality");
    add(obligations.consultation, "consultation");
    return kinds;
}

}  // namespace

std::vector<RiskEvent> rival_tie_events(const Panel& panel, const PanelSources& sources) {
    std::vector<RiskEvent> events;
    const StatePanel& states = sources.states;
    for (const PanelRow& row : panel.rows) {
        // What is carried on cannot begin.
        if (row.year > states.last_year_of("obligations") || row.age < least_age) continue;
        if (is_artefact(states, "E3", row.state, row.year)) continue;
        for (const std::string_view power : rivals) {
            if (!is_rival_year(power, row.year)) continue;
            const auto now = states.obligations_with(power, row.state, row.year);
            const auto before = states.obligations_with(power, row.state, row.year - 1);
            if (!now.is_tie() || before.is_tie()) continue;
            const std::string text = kinds_of(now) + " with " + power_name(power);
            if (!events.empty() && events.back().state == row.state &&
                events.back().year == row.year) {
                events.back().text += "; " + text;
                continue;
            }
            events.push_back(
                {.state = row.state, .year = row.year, .rule = EventRule::rival_tie, .text = text});
        }
    }
    return events;
}

std::vector<RiskEvent> obligation_events(const Panel& panel, const PanelSources& sources) {
    std::vector<RiskEvent> events;
    const StatePanel& states = sources.states;
    for (const PanelRow& row : panel.rows) {
        if (row.year > states.last_year_of("obligations")) continue;
        if (is_artefact(states, "E4", row.state, row.year)) continue;
        if (states.obligations_with("USA", row.state, row.year).defence) continue;
        if (!states.obligations_with("USA", row.state, row.year - 1).defence) continue;
        events.push_back({.state = row.state,
                          .year = row.year,
                          .rule = EventRule::obligation_ended,
                          .text = "first year without an obligation of defence"});
    }
    return events;
}

std::vector<RiskEvent> rival_troops_events(const Panel& panel, const PanelSources& sources) {
    constexpr int years_before = 5;
    std::vector<RiskEvent> events;
    const auto& troops = sources.states.rival_troops;
    for (const PanelRow& row : panel.rows) {
        for (const std::string_view power : rivals) {
            const auto present = [&](int year) {
                return troops.contains({{row.state, year}, std::string(power)});
            };
            if (!is_rival_year(power, row.year) || !present(row.year)) continue;
            bool is_new = true;
            for (int year = row.year - years_before; year < row.year; ++year) {
                if (present(year)) is_new = false;
            }
            if (!is_new) continue;
            events.push_back({.state = row.state,
                              .year = row.year,
                              .rule = EventRule::rival_troops,
                              .text = "100 or more troops of " + power_name(power)});
        }
    }
    return events;
}

bool is_artefact(const StatePanel& states, std::string_view rule, std::string_view state,
                 int year) {
    for (const EventArtefact& artefact : states.artefacts) {
        const bool is_meant = artefact.state == state || artefact.state == "WLD";
        if (artefact.rule == rule && is_meant && artefact.year == year) return true;
    }
    return false;
}

}  // namespace entente::detail
