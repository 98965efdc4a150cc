#include "entente/source/iso_countries.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "entente/base/error.hpp"
#include "entente/source/csv_table.hpp"

namespace entente {

extern const std::string_view country_codes_csv;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> trade_statistics_numbers{{
    {"490", "TWN"},
    {"251", "FRA"},
    {"381", "ITA"},
    {"842", "USA"},
    {"757", "CHE"},
    {"699", "IND"},
    {"579", "NOR"},
}};

std::vector<IsoCountry> parse_table() {
    constexpr std::array<std::string_view, 4> columns{"iso3", "iso2", "un_numeric", "name"};
    Problems problems;
    const auto table =
        CsvTable::parse(std::string(country_codes_csv), "country_codes.csv", columns, problems);
    problems.throw_if_any();
    std::vector<IsoCountry> countries;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto text = [&](std::size_t c) {
            return std::string(table->text(row, *table->column(columns[c])));
        };
        countries.push_back({text(0), text(1), text(2), text(3)});
    }
    return countries;
}

}  // namespace

const std::vector<IsoCountry>& iso_countries() {
    static const std::vector<IsoCountry> countries = parse_table();
    return countries;
}

std::optional<std::string> iso3_from_number(std::string_view number) {
    if (number.empty() || number.size() > 3 ||
        number.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string three_digits = std::string(3 - number.size(), '0') + std::string(number);
    for (const auto& [code, iso3] : trade_statistics_numbers) {
        if (three_digits == code) return std::string(iso3);
    }
    const auto found = std::ranges::find(iso_countries(), three_digits, &IsoCountry::un_numeric);
    if (found == iso_countries().end()) return std::nullopt;
    return found->iso3;
}

std::optional<std::string> iso3_name(std::string_view iso3) {
    const auto found = std::ranges::find(iso_countries(), iso3, &IsoCountry::iso3);
    if (found == iso_countries().end()) return std::nullopt;
    return found->name;
}

}  // namespace entente
