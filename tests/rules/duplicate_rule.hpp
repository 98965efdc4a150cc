#pragma once

// Finds code that was copied: runs of equal lines in two places.

#include <string>
#include <vector>

#include "rules/tree.hpp"

namespace entente::rules {

/// Every place where `num_lines` lines of code in a row stand a second time, as "a:line = b:line".
/// Blank lines, comments, includes and lines of brackets only do not count as lines.
std::vector<std::string> copied_code(const std::vector<SourceFile>& files, std::size_t num_lines);

}  // namespace entente::rules
