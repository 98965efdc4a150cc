#pragma once

// Chances in a scenario file: a table of numbers that add up to one.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/scenario/scenario_section.hpp"

namespace entente::detail {

/// The chances that the table under `key` gives to `names`, by name. Numbers outside 0 to 1 are
/// reported, and a sum other than 1, to 1e-9, unless a name has no number.
/// @param where  what the report of a sum says of the place, such as "after calm".
std::map<std::string, double> read_chances(const Section& section, std::string_view key,
                                           const std::vector<std::string>& names,
                                           std::string_view where = {});

}  // namespace entente::detail
