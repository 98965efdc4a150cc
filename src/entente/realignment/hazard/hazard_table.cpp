#include "entente/realignment/hazard/hazard_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/realignment/hazard/predictor.hpp"

namespace entente {
namespace {

/// First and one-past-last row of each state.
std::vector<std::pair<std::size_t, std::size_t>> rows_of_states(const HazardTable& table) {
    std::vector<std::pair<std::size_t, std::size_t>> bounds(table.states.size(), {0, 0});
    for (std::size_t k = 0; k < table.rows.size(); ++k) {
        auto& [first, last] = bounds[table.rows[k].state];
        if (last == 0) first = k;
        last = k + 1;
    }
    return bounds;
}

void check_rows(const HazardTable& table, std::vector<Problem>& problems) {
    for (std::size_t k = 1; k < table.rows.size(); ++k) {
        const HazardRow& before = table.rows[k - 1];
        const HazardRow& row = table.rows[k];
        if (row.state == before.state && row.year == before.year) {
            problems.push_back({.kind = ProblemKind::duplicate_row,
                                .where = fmt::format("{} {}", table.states[row.state], row.year)});
        } else if (row.state < before.state ||
                   (row.state == before.state && row.year < before.year)) {
            problems.push_back({.kind = ProblemKind::dates_out_of_order,
                                .where = fmt::format("{} {}", table.states[row.state], row.year),
                                .expected = "rows by state, then year"});
        }
    }
}

void check_events(const HazardTable& table, std::vector<Problem>& problems) {
    for (std::size_t k = 0; k < table.events.size(); ++k) {
        const HazardEvent& event = table.events[k];
        const std::string& state = table.states[event.state];
        if (event.known_from < event.year) {
            problems.push_back({.kind = ProblemKind::dates_out_of_order,
                                .where = fmt::format("event of {} in {}", state, event.year),
                                .value = fmt::format("known from {}", event.known_from),
                                .expected = "known in the year of the event or later"});
        }
        const bool is_twice =
            std::any_of(table.events.begin(), table.events.begin() + static_cast<std::ptrdiff_t>(k),
                        [&](const HazardEvent& other) {
                            return other.state == event.state && other.year == event.year;
                        });
        if (is_twice) {
            problems.push_back({.kind = ProblemKind::duplicate_row,
                                .where = fmt::format("event of {} in {}", state, event.year),
                                .fix = "code an event once a year, with the highest grade"});
        }
        const bool existed =
            std::any_of(table.rows.begin(), table.rows.end(), [&](const HazardRow& row) {
                return row.state == event.state && row.year == event.year - 1;
            });
        if (!existed) {
            problems.push_back(
                {.kind = ProblemKind::missing_row,
                 .where = fmt::format("event of {} in {}", state, event.year),
                 .expected = fmt::format("a row of {} for {}", state, event.year - 1),
                 .fix = "leave the event out, or add the year to the panel"});
        }
    }
}

}  // namespace

void check_hazard_table(const HazardTable& table) {
    if (table.values.rows() != table.rows.size() ||
        table.values.columns() != table.predictors.size()) {
        throw ShapeError("A hazard table needs one row of values for each state-year.");
    }
    std::vector<Problem> problems;
    check_rows(table, problems);
    check_events(table, problems);
    if (!problems.empty()) throw DataError(std::move(problems));
}

std::vector<std::uint8_t> events_ahead(const HazardTable& table, int horizon, int known_by) {
    const auto bounds = rows_of_states(table);
    std::vector<std::uint8_t> happened(table.rows.size(), 0);
    for (const HazardEvent& event : table.events) {
        if (event.known_from > known_by) continue;
        const auto [first, last] = bounds[event.state];
        for (std::size_t k = first; k < last; ++k) {
            const int ahead = event.year - table.rows[k].year;
            if (ahead >= 1 && ahead <= horizon) happened[k] = 1;
        }
    }
    return happened;
}

Array2<double> predictor_values(const HazardTable& table, std::span<const std::string_view> names) {
    Array2<double> values(table.rows.size(), names.size());
    const auto bounds = rows_of_states(table);
    for (std::size_t j = 0; j < names.size(); ++j) {
        const bool is_log_years = names[j] == log_years_since_name;
        if (!is_log_years && names[j] != had_event_name) {
            const auto found =
                std::find(table.predictors.begin(), table.predictors.end(), names[j]);
            if (found == table.predictors.end()) {
                throw ShapeError(fmt::format("The hazard table has no predictor {}.", names[j]));
            }
            const auto column = static_cast<std::size_t>(found - table.predictors.begin());
            for (std::size_t k = 0; k < table.rows.size(); ++k)
                values(k, j) = table.values(k, column);
            continue;
        }
        for (std::size_t k = 0; k < table.rows.size(); ++k) {
            const HazardRow& row = table.rows[k];
            constexpr int never = std::numeric_limits<int>::min();
            int last_event = never;
            for (const HazardEvent& event : table.events) {
                if (event.state == row.state && event.known_from <= row.year) {
                    last_event = std::max(last_event, event.year);
                }
            }
            const int since = std::max(last_event, table.rows[bounds[row.state].first].year);
            values(k, j) =
                is_log_years ? std::log1p(row.year - since) : (last_event == never ? 0.0 : 1.0);
        }
    }
    return values;
}

}  // namespace entente
