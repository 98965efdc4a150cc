#pragma once

// Countries by year with what was known of them, and the events that followed: all that a hazard is
// fitted on. It says nothing of how predictors were measured.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// One state at the end of one year.
struct HazardRow {
    /// Position in HazardTable::states.
    std::size_t state = 0;
    int year = 0;
    /// A security partner of the United States [D].
    bool is_partner = false;
    /// With a US defence obligation that is more than the Rio Treaty [D].
    bool is_treaty_ally = false;
};

struct HazardEvent {
    std::size_t state = 0;
    int year = 0;
    /// First year whose end the event could be seen from: rules that look at later years make
    /// events known late, and no forecast may use them before.
    int known_from = 0;
};

struct HazardTable {
    /// Codes, for messages and results.
    std::vector<std::string> states{};
    /// Names of the columns of values, without those of duration.
    std::vector<std::string> predictors{};
    /// By state, then year; a state has one row for each year it existed.
    std::vector<HazardRow> rows{};
    /// [row, predictor] NaN where not known.
    Array2<double> values{};
    /// By state, then year.
    std::vector<HazardEvent> events{};
};

/// All that is wrong with a table, by state and year: rows out of order or twice, an event coded
/// twice, an event of a state that had no row the year before, an event known before it happened.
///
/// @throws  DataError with every problem; ShapeError if the axes disagree.
void check_hazard_table(const HazardTable& table);

/// What happened to each row in the years after it.
///
/// @param horizon  Years looked ahead, 1 or more.
/// @param known_by  Events known later do not count; a large number counts all.
/// @return         [row] 1 if the state had an event in year + 1 .. year + horizon.
std::vector<std::uint8_t> events_ahead(const HazardTable& table, int horizon, int known_by);

/// Values of the named predictors, those of duration computed from events known at each row's year.
///
/// [eq:duration]  log_years_since = ln(1 + year - max(last event known, first year of the state))
///
/// @return  [row, name]
/// @throws  ShapeError if the table lacks a predictor.
Array2<double> predictor_values(const HazardTable& table, std::span<const std::string_view> names);

}  // namespace entente
