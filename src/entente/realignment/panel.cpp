#include "entente/realignment/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "entente/base/error.hpp"
#include "entente/realignment/panel_rules.hpp"
#include "entente/realignment/panel_values.hpp"

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, num_panel_variables> names{{
    {"position", "Position in the General Assembly"},
    {"us_troops", "American troops"},
    {"us_obligation", "Defence obligation with the United States"},
    {"rival_tie", "Tie with Russia or China"},
    {"polyarchy", "Electoral democracy"},
    {"intrastate_war", "Armed conflict within the state"},
    {"rivalries", "Rivalries"},
    {"gdp_per_head", "Income per head"},
    {"log_capability", "Capability"},
    {"irregular_leader", "Irregular entry of a leader"},
    {"share_usa", "Trade share, United States"},
    {"share_chn", "Trade share, China"},
    {"share_rus", "Trade share, Russia"},
    {"china_finance", "Chinese finance of five years"},
}};

constexpr std::array<std::string_view, 3> powers{"USA", "RUS", "CHN"};

bool is_power(std::string_view state) {
    return std::ranges::find(powers, state) != powers.end();
}

/// Spans by state. A number may follow another within a year, as at the unification of Germany.
std::map<std::string, std::vector<StateSpan>> spans_by_state(const StatePanel& states) {
    std::map<std::string, std::vector<StateSpan>> spans;
    for (const StateSpan& span : states.spans) spans[span.state].push_back(span);
    Problems problems;
    for (auto& [state, list] : spans) {
        std::ranges::sort(list, {}, &StateSpan::first_year);
        for (std::size_t k = 1; k < list.size(); ++k) {
            const int before = list[k - 1].last_year.value_or(std::numeric_limits<int>::max());
            if (before <= list[k].first_year) continue;
            problems.add(
                {.kind = ProblemKind::duplicate_row,
                 .file = "states.csv",
                 .value = fmt::format("{} {}", state, list[k].first_year),
                 .expected = fmt::format("a year after the span before has ended ({})", before),
                 .fix = "let one span of a state end before the next begins"});
        }
    }
    problems.throw_if_any();
    return spans;
}

/// The span that holds a year; of two, the later one.
const StateSpan* span_in(const std::vector<StateSpan>& spans, int year) {
    const StateSpan* found = nullptr;
    for (const StateSpan& span : spans) {
        if (year >= span.first_year && year <= span.last_year.value_or(year)) found = &span;
    }
    return found;
}

/// Joins neighbouring years of one state and reason.
class GapList {
  public:
    void add(const std::string& state, std::string_view what, int year, std::string_view reason) {
        if (!gaps_.empty()) {
            PanelGap& last = gaps_.back();
            if (last.state == state && last.what == what && last.reason == reason &&
                last.last_year == year - 1) {
                last.last_year = year;
                return;
            }
        }
        gaps_.push_back({.state = state,
                         .what = std::string(what),
                         .first_year = year,
                         .last_year = year,
                         .reason = std::string(reason)});
    }
    std::vector<PanelGap> take() { return std::move(gaps_); }

  private:
    std::vector<PanelGap> gaps_;
};

/// Why a state is not in the panel in a year of its membership; empty = it is.
std::string_view reason_to_leave_out(const StatePanel& states, const StateSpan& span, int year,
                                     double min_population) {
    if (is_power(span.state)) return "one of the three powers";
    if (span.max_population < min_population) return "never had a million people";
    if (has_rival_pact(states, span.state, year)) return "defence treaty with Russia or China";
    return {};
}

/// A year that tables have and membership does not: such data are not used, which is said.
void note_data_outside(const StatePanel& states, const std::string& state, int year,
                       GapList& gaps) {
    if (states.obligations_with("USA", state, year).defence) {
        gaps.add(state, "obligation", year, "not a state that year, but it has an obligation");
    }
}

}  // namespace

std::string_view panel_variable_name(PanelVariable variable) {
    return names[static_cast<std::size_t>(variable)].first;
}

std::string_view panel_variable_title(PanelVariable variable) {
    return names[static_cast<std::size_t>(variable)].second;
}

const PanelRow* Panel::find(std::string_view state, int year) const {
    const auto key = [](const PanelRow& row) {
        return std::pair<std::string_view, int>(row.state, row.year);
    };
    const auto found = std::ranges::lower_bound(rows, std::pair(state, year), {}, key);
    return found == rows.end() || key(*found) != std::pair(state, year) ? nullptr : &*found;
}

Panel make_panel(const PanelSources& sources, const PanelOptions& options) {
    Panel panel;
    panel.first_year = options.first_year;
    panel.last_year = options.last_year;
    GapList left_out;
    const detail::PanelValues values(sources);
    for (const auto& [state, spans] : spans_by_state(sources.states)) {
        for (int year = options.first_year; year <= options.last_year; ++year) {
            const StateSpan* span = span_in(spans, year);
            if (span == nullptr) {
                note_data_outside(sources.states, state, year, left_out);
                continue;
            }
            const auto reason =
                reason_to_leave_out(sources.states, *span, year, options.min_population_millions);
            if (!reason.empty()) {
                left_out.add(state, "state", year, reason);
                continue;
            }
            PanelRow row{.state = state,
                         .year = year,
                         .cow = span->cow,
                         .age = year - spans.front().first_year};
            row.is_partner = is_partner(sources.states, sources.ties, state, year);
            row.is_treaty_ally = is_treaty_ally(sources.states, state, span->cow, year);
            row.is_war_deployment = is_war_deployment(sources.states, state, year);
            values.fill(row);
            panel.rows.push_back(std::move(row));
        }
    }
    panel.left_out = left_out.take();
    return panel;
}

std::vector<PanelGap> panel_holes(const Panel& panel) {
    GapList holes;
    for (std::size_t v = 0; v < num_panel_variables; ++v) {
        for (const PanelRow& row : panel.rows) {
            if (!row.values[v].is_known()) {
                holes.add(row.state, names[v].first, row.year, "not known");
            }
        }
    }
    return holes.take();
}

}  // namespace entente
