#include "entente/study/exposure/barrier.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/base/number_text.hpp"

namespace entente::detail {

Scope scope_named(const World& world, const std::string& scope) {
    if (scope == "all") return {};
    if (scope == "imports") return {.imports = true, .exports = false};
    if (scope == "exports") return {.imports = false, .exports = true};
    if (const auto sector = world.sectors().find(scope)) {
        return {.sector = scope, .sector_name = world.data().sectors[*sector].name};
    }
    std::vector<std::string> known = world.sectors().codes();
    known.insert(known.end(), {"all", "imports", "exports"});
    throw OptionError(
        fmt::format("There is no scope {}.{} It is all, imports, exports or one of the sectors {}.",
                    scope, did_you_mean(scope, known), fmt::join(world.sectors().codes(), ", ")));
}

std::optional<double> added_tariff_named(const std::string& text) {
    if (text.empty()) return std::nullopt;
    // Ten times the price: far above any tariff, and far from what the search can take.
    constexpr double largest_percent = 1000.0;
    std::string_view number = text;
    if (number.ends_with("%")) {
        number.remove_suffix(1);
    } else if (number.ends_with("pp")) {
        number.remove_suffix(2);
    } else {
        throw OptionError(fmt::format(
            "tariff is {}; it needs its unit, because 0.25 and 25 could both mean a quarter. "
            "Write 25%.",
            text));
    }
    const auto parsed = parse_number(number);
    const double* percent = std::get_if<double>(&parsed);
    if (!percent || !(*percent > 0.0) || *percent > largest_percent) {
        throw OptionError(fmt::format(
            "tariff is {}; it must be points added to the rates, above 0% and at most {:.0f}%, "
            "such as 25%.",
            text, largest_percent));
    }
    return *percent / 100.0;
}

}  // namespace entente::detail
