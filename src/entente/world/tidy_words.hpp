#pragma once

// The words by which tidy files write enumerations.

#include <optional>
#include <string_view>

#include "entente/world/world_data.hpp"

namespace entente::detail {

std::string_view quality_word(Quality quality);
std::optional<Quality> quality_of_word(std::string_view word);

/// Empty for a kind that is not stated.
std::string_view sector_kind_word(SectorKind kind);
std::optional<SectorKind> sector_kind_of_word(std::string_view word);

/// How the tariff rates of a folder are written: 0.25, 25 or 1.25 for a quarter.
enum class TariffUnit { unstated, ratio, percent, factor };
std::string_view tariff_unit_word(TariffUnit unit);
std::optional<TariffUnit> tariff_unit_of_word(std::string_view word);

}  // namespace entente::detail
