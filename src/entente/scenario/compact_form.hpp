#pragma once

// A scenario as one line that may stand in a web address: "s:" and the keys and values of its file.
//
//   s:title~Ten.20points~~measure~kind~tariff~by~USA~on~CHN..VNM~change~.2B10pp
//
// "~~" separates tables, the first being the file itself and each other beginning with its name;
// "~" separates keys and values; ".." the entries of a list. Characters other than letters, digits,
// "_" and "-" are a full stop and two hexadecimal digits for each byte of UTF-8.

#include <string>
#include <string_view>

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"

namespace entente {

/// Whether a text is meant as a compact form: it begins with "s:".
bool is_compact_form(std::string_view text);

/// Everything the scenario says, bases included; files and lines are left out.
/// @throws OptionError if it says what an ensemble varies, for which there is no short form.
std::string compact_form(const Scenario& scenario);

/// The scenario of a compact form, checked as a file is.
/// @throws DataError if it cannot be read, or with every problem found.
Scenario parse_compact_form(std::string_view text);

namespace detail {

/// The same with problems added to `problems`, as draft_scenario.
/// @throws DataError if the text is no compact form.
Scenario draft_compact_form(std::string_view text, Problems& problems);

}  // namespace detail

}  // namespace entente
