#pragma once

// Scenario files: TOML that says who does what to whose trade. The grammar for users stands in
// docs/guide/scenarios.md.

#include <filesystem>
#include <string>
#include <string_view>

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"

namespace entente {

/// Reads a scenario file. Codes of countries, groups and sectors are not looked up here, since a
/// scenario may be used with another world; make_shock does.
/// @throws DataError if the file cannot be read, or with every problem found, each with file, line
///         and key.
Scenario read_scenario(const std::filesystem::path& path);

/// The scenario of a file or of a compact form, which begins with "s:".
/// @throws DataError as read_scenario and parse_compact_form.
Scenario open_scenario(const std::string& name);

/// The same from text.
/// @param file  the name shown in problems.
/// @throws DataError with every problem found.
Scenario parse_scenario(std::string_view text, const std::string& file);

/// What can be read of a file or compact form, its problems added to `problems`. If there are any
/// the scenario is a draft, good for one thing: report_unknown_codes, so that a user hears of form
/// and codes at once.
Scenario draft_scenario(const std::string& name, Problems& problems);
/// The same from text.
Scenario draft_scenario(std::string_view text, const std::string& file, Problems& problems);

}  // namespace entente
