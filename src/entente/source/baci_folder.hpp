#pragma once

// A folder of product-level trade as CEPII gives out BACI: a file of country numbers and one file a
// year. Source: http://www.cepii.fr/DATA_DOWNLOAD/baci/doc/DescriptionBACI.html.

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/axis.hpp"
#include "entente/base/problem.hpp"

namespace entente {

/// The file of one year, plain or gzip.
struct BaciYear {
    int year = 0;
    std::filesystem::path file;
};

struct BaciFolder {
    /// Edition of the Harmonized System, such as "HS17".
    std::string nomenclature;
    /// Such as "V202401b".
    std::string release;
    /// Rising.
    std::vector<BaciYear> years;
    /// Alpha-3 codes; what the file of countries says where ISO 3166 has none.
    Axis economies;
    /// [country number] position on the axis, -1 for a number that is not listed.
    std::array<int, 1000> position{};
};

/// Finds BACI_HS??_Y????_V*.csv and country_codes_V*.csv of the same release and reads the latter.
///
/// Numbers of one economy share its place, such as those that BACI uses for France (251) and ISO
/// 3166 does not. What is wrong goes to `problems`: no folder or file of a year, files of several
/// editions or releases, a year twice, no file of countries, bad numbers in it.
BaciFolder find_baci_folder(const std::filesystem::path& folder, Problems& problems);

}  // namespace entente
