#pragma once

// Which folder may include what: the direction of our own folders and the third-party libraries
// each may use. The table is src/entente/README.md in code.

#include <string>
#include <vector>

#include "rules/tree.hpp"

namespace entente::rules {

/// Every include of `file` that its folder may not have, as "path:line: reason".
std::vector<std::string> forbidden_includes(const SourceFile& file);

}  // namespace entente::rules
