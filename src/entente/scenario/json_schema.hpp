#pragma once

// The JSON Schema of scenario files, with which editors complete and check them while they are
// written.

#include <string>

namespace entente {

/// JSON Schema, draft 2020-12, from the tables of grammar.hpp. It knows keys, words, types and
/// which keys belong to a kind; codes and changes are checked by `entente validate`.
std::string scenario_schema();

}  // namespace entente
