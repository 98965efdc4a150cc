#include "entente/world/tidy_words.hpp"

#include <algorithm>
#include <array>

namespace entente::detail {
namespace {

constexpr std::array<std::string_view, 3> quality_words{"observed", "scaled", "estimated"};
constexpr std::array<std::string_view, 3> sector_kind_words{"", "goods", "services"};
constexpr std::array<std::string_view, 4> tariff_unit_words{"", "ratio", "percent", "factor"};

template <class Enum, std::size_t size>
std::optional<Enum> find_word(const std::array<std::string_view, size>& words,
                              std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

}  // namespace

std::string_view quality_word(Quality quality) {
    return quality_words[static_cast<std::size_t>(quality)];
}

std::optional<Quality> quality_of_word(std::string_view word) {
    return find_word<Quality>(quality_words, word);
}

std::string_view sector_kind_word(SectorKind kind) {
    return sector_kind_words[static_cast<std::size_t>(kind)];
}

std::optional<SectorKind> sector_kind_of_word(std::string_view word) {
    return find_word<SectorKind>(sector_kind_words, word);
}

std::string_view tariff_unit_word(TariffUnit unit) {
    return tariff_unit_words[static_cast<std::size_t>(unit)];
}

std::optional<TariffUnit> tariff_unit_of_word(std::string_view word) {
    return find_word<TariffUnit>(tariff_unit_words, word);
}

}  // namespace entente::detail
