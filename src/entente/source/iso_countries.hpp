#pragma once

// ISO 3166-1 codes, and the numbers under which trade statistics know some economies.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct IsoCountry {
    std::string iso3;
    std::string iso2;
    /// Three digits, leading zeros kept.
    std::string un_numeric;
    std::string name;
};

/// All economies with an ISO code, by alpha-3 code. Source: data/parameters/country_codes.csv.
const std::vector<IsoCountry>& iso_countries();

/// Alpha-3 code for a number of the United Nations, Comtrade or BACI, with or without leading
/// zeros. Comtrade and BACI write Taiwan 490, France 251, Italy 381, the United States 842,
/// Switzerland 757, India 699 and Norway 579, which are not the numbers of ISO 3166.
std::optional<std::string> iso3_from_number(std::string_view number);

/// English name for an alpha-3 code.
std::optional<std::string> iso3_name(std::string_view iso3);

}  // namespace entente
