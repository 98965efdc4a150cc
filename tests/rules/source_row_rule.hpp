#pragma once

// data/SOURCES.md against the tables under data/: what is shipped has a row and a licence.

#include <string>
#include <vector>

namespace entente::rules {

using Table = std::vector<std::vector<std::string>>;

/// What is wrong with the sources page, given the tables shipped (paths below data/).
///
/// A row's first cell names tables, separated by commas: "world-2023" for all files of the folder,
/// "parameters/country_codes.csv" for one.
std::vector<std::string> source_row_faults(const Table& sources,
                                           const std::vector<std::string>& shipped);

}  // namespace entente::rules
