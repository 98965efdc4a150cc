#pragma once

// What a country, sector or group code may look like, and what was probably meant by a bad one.

#include <span>
#include <string>
#include <string_view>

#include "entente/base/problem.hpp"

namespace entente::detail {

/// Letters, digits, '_', '-', '.', '&' and single spaces inside.
bool is_code(std::string_view text);

/// A code of digits alone: publishers' country numbers, never ours.
bool is_number(std::string_view text);

/// What is wrong with a country code that `known` does not hold, and what was probably meant: a
/// publisher's number, a number that lost its leading zeros, or a mistyped code.
struct CodeAdvice {
    ProblemKind kind{};
    /// Empty = the advice of the kind.
    std::string fix{};
};
CodeAdvice advise_on_country(std::string_view code, std::span<const std::string> known);

/// The same for a sector: lost leading zeros, or a mistyped code.
CodeAdvice advise_on_sector(std::string_view code, std::span<const std::string> known);

}  // namespace entente::detail
