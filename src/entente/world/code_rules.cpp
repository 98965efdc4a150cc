#include "entente/world/code_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "entente/base/nearest_code.hpp"
#include "entente/source/iso_countries.hpp"

namespace entente::detail {
namespace {

bool is_code_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("_-.& ").find(c) != std::string_view::npos;
}

std::string_view without_leading_zeros(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of('0'), text.size()));
}

std::string nearest_fix(std::string_view code, std::span<const std::string> known,
                        std::string_view file) {
    // A code that is refused itself is no advice.
    std::vector<std::string> good;
    std::ranges::copy_if(known, std::back_inserter(good),
                         [](const std::string& candidate) { return is_code(candidate); });
    const std::string nearest = nearest_code(code, good);
    if (nearest.empty()) return {};
    return fmt::format("write {} if that was meant, or add {} to {}", nearest, code, file);
}

CodeAdvice advise_on_number(std::string_view code) {
    const auto iso3 = iso3_from_number(code);
    if (!iso3) return {.kind = ProblemKind::numeric_country_code};
    if (code.size() < 3) {
        return {.kind = ProblemKind::lost_leading_zero,
                .fix = fmt::format("the number of {} is {:0>3}: use {}", *iso3_name(*iso3), code,
                                   *iso3)};
    }
    const auto country = std::ranges::find(iso_countries(), *iso3, &IsoCountry::iso3);
    if (country->un_numeric == code) {
        return {.kind = ProblemKind::numeric_country_code,
                .fix = fmt::format("{} is the number of {}: use {}", code, country->name, *iso3)};
    }
    // ISO 3166 calls Taiwan by a name no user would look for.
    const std::string name = *iso3 == "TWN" ? "Taiwan" : country->name;
    return {.kind = ProblemKind::numeric_country_code,
            .fix = fmt::format("{} is how Comtrade and BACI write {}: use {}", code, name, *iso3)};
}

}  // namespace

bool is_code(std::string_view text) {
    return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
           text.find("  ") == std::string_view::npos &&
           std::ranges::all_of(text, is_code_character);
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

CodeAdvice advise_on_country(std::string_view code, std::span<const std::string> known) {
    if (is_number(code)) return advise_on_number(code);
    return {.kind = ProblemKind::unknown_country, .fix = nearest_fix(code, known, "countries.csv")};
}

CodeAdvice advise_on_sector(std::string_view code, std::span<const std::string> known) {
    if (is_number(code)) {
        for (const std::string& candidate : known) {
            if (is_number(candidate) &&
                without_leading_zeros(candidate) == without_leading_zeros(code)) {
                return {.kind = ProblemKind::lost_leading_zero,
                        .fix = fmt::format("write {}, and keep the column as text when saving",
                                           candidate)};
            }
        }
    }
    return {.kind = ProblemKind::unknown_sector, .fix = nearest_fix(code, known, "sectors.csv")};
}

}  // namespace entente::detail
