#pragma once

// The table [path] and the tables [[regime]] of a scenario file.

#include "entente/scenario/scenario_bases.hpp"

namespace entente::detail {

const std::vector<KeyRule>& path_keys();
const std::vector<KeyRule>& regime_keys();

/// A year from 1900 to 2200; nothing, and a report, if the value is none.
std::optional<int> read_year(const Section& section, std::string_view key);

/// Reads both into `scenario`. Files under `base` of a regime are relative to the folder of the
/// scenario.
/// @param chain  as add_bases.
void read_path(const Section& root, const FileChain& chain, Scenario& scenario, Problems& problems);

}  // namespace entente::detail
