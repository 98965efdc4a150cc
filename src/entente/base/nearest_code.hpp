#pragma once

// Suggestions for mistyped codes, names and options.

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The known word closest to `word` by number of edits (case ignored; swapping two neighbours
/// counts as one), or empty if none is within a third of its length (at least one edit).
std::string nearest_code(std::string_view word, std::span<const std::string> known);

/// " Did you mean X?" or empty.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

}  // namespace entente
