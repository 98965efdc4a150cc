#pragma once

// Scenarios that build on others: the measures of the files under `base` come first, those of the
// files under `minus` are taken out of them again.

#include <filesystem>
#include <vector>

#include "entente/scenario/scenario.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente::detail {

/// Files that are being read, outermost first, each building on the next.
using FileChain = std::vector<std::filesystem::path>;

/// Reads a scenario file on which those of the chain build, as draft_scenario.
Scenario read_in_chain(const std::filesystem::path& path, FileChain chain, Problems& problems);

/// A scenario from the root of its file.
/// @param chain     ends with the file itself; empty for a text that is no file.
/// @param problems  what is wrong is added; the scenario is a draft then.
Scenario scenario_of(const toml::table& table, const std::string& file, const FileChain& chain,
                     Problems& problems);

/// Puts the measures of the bases before those of the scenario. World, [model] and [retaliation]
/// come from the last base that has them where the file has none. Paths are relative to the folder
/// of the file. Problems of the files named are added to `problems`.
void add_bases(const Section& root, const FileChain& chain, Scenario& scenario, Problems& problems);

/// Whether two measures say the same, wherever they stand.
bool say_the_same(Measure a, Measure b);

}  // namespace entente::detail
