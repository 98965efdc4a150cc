#pragma once

// Calendar days as written in data files.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

using Date = std::chrono::year_month_day;

/// Reads YYYY-MM-DD; nothing if the text is not a day of the calendar.
std::optional<Date> parse_date(std::string_view text);

/// YYYY-MM-DD.
std::string date_text(const Date& date);

}  // namespace entente
