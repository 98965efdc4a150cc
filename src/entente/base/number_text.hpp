#pragma once

// Numbers to and from text without a locale: what is written can be read back to the same bits.

#include <string>
#include <string_view>
#include <variant>

#include "entente/base/problem.hpp"

namespace entente {

/// Reads a finite decimal number; the whole text must be one. A decimal comma, "NA", an empty text
/// and anything else that is not a number come back as the kind of problem they are.
std::variant<double, ProblemKind> parse_number(std::string_view text);

/// The shortest text that reads back to the same double.
std::string shortest_text(double value);

}  // namespace entente
