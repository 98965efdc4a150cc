#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/event_rules.hpp"
#include "entente/realignment/panel_rules.hpp"

namespace entente::detail {
namespace {

constexpr int base_years = 5;
constexpr int long_years = 10;
constexpr int least_known_years = 6;
constexpr int years_after = 3;
constexpr double least_base = 200.0;
constexpr double least_long = 100.0;
constexpr double largest_ratio = 0.25;
constexpr int quiet_years = 5;

double mean_after(const SecurityTies& ties, const std::string& state, int year) {
    double sum = 0.0;
    for (int y = year; y < year + years_after; ++y) sum += ties.troops_in(state, y);
    return sum / years_after;
}

double base_of(const SecurityTies& ties, const std::string& state, int year) {
    return median_troops(ties, state, year - 1);
}

/// Ratio of all American troops abroad after and before a year, hosts at war left out.
double ratio_of_all(const PanelSources& sources, const std::set<std::string>& hosts, int year) {
    double before = 0.0;
    double after = 0.0;
    for (const std::string& host : hosts) {
        if (is_war_deployment(sources.states, host, year + years_after - 1) ||
            is_war_deployment(sources.states, host, year - base_years)) {
            continue;
        }
        before += base_of(sources.ties, host, year);
        after += mean_after(sources.ties, host, year);
    }
    return before > 0.0 ? after / before : 1.0;
}

/// Whether troops stood in a state that existed for six of the ten years before, without a pause.
bool was_lasting(const Panel& panel, const PanelSources& sources, const std::string& state,
                 int year, int first_troop_year) {
    int known = 0;
    for (int y = std::max(year - long_years, first_troop_year); y < year; ++y) {
        const PanelRow* row = panel.find(state, y);
        if (row == nullptr) continue;
        ++known;
        if (sources.ties.troops_in(state, y) < least_long) return false;
    }
    return known >= least_known_years;
}

/// The years t whose window t..t+2 stays clear of artefacts.
bool is_clear(const StatePanel& states, const std::string& state, int year) {
    for (int y = year; y < year + years_after; ++y) {
        if (is_artefact(states, "E2", state, y)) return false;
    }
    // Counts of other years are not comparable with those before the artefact at all.
    return std::ranges::none_of(states.artefacts, [&](const EventArtefact& artefact) {
        return artefact.rule == "E2" && (artefact.state == "WLD" || artefact.state == state) &&
               year - base_years < artefact.year && artefact.year <= year;
    });
}

}  // namespace

std::vector<RiskEvent> presence_events(const Panel& panel, const PanelSources& sources) {
    std::vector<RiskEvent> events;
    if (sources.ties.troops.empty()) return events;
    std::set<std::string> hosts;
    int first = sources.ties.troops.front().year;
    int last = first;
    for (const TroopsYear& row : sources.ties.troops) {
        hosts.insert(row.state);
        first = std::min(first, row.year);
        last = std::max(last, row.year);
    }
    std::map<int, double> ratios;
    std::map<std::string, int> last_hit;
    for (const PanelRow& row : panel.rows) {
        const int t = row.year;
        if (t + years_after - 1 > last || !is_clear(sources.states, row.state, t)) continue;
        if (!was_lasting(panel, sources, row.state, t, first)) continue;
        // A base of war years, or an end in war, says nothing of the tie.
        if (is_war_deployment(sources.states, row.state, t) ||
            is_war_deployment(sources.states, row.state, t - base_years)) {
            continue;
        }
        const double base = base_of(sources.ties, row.state, t);
        if (base < least_base) continue;
        if (!ratios.contains(t)) ratios[t] = ratio_of_all(sources, hosts, t);
        const double left = mean_after(sources.ties, row.state, t) / base;
        if (left / ratios[t] > largest_ratio) continue;
        const auto before = last_hit.find(row.state);
        const bool is_quiet = before == last_hit.end() || t - before->second > quiet_years;
        last_hit[row.state] = t;
        if (!is_quiet) continue;
        events.push_back({.state = row.state,
                          .year = t,
                          .rule = EventRule::presence_ended,
                          .size = left,
                          .text = fmt::format("{:.0f} troops in the median of five years, {:.0f} "
                                              "percent of them in the three that follow",
                                              base, 100.0 * left)});
    }
    return events;
}

}  // namespace entente::detail
