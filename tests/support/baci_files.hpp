#pragma once

// A folder shaped like product-level trade of BACI. All numbers in it are invented for tests.

#include <filesystem>
#include <string>

#include "entente/base/whole_file.hpp"

namespace entente::testing {

/// Numbers as BACI writes them: 842 is the United States, 251 France, 490 "S19", Taiwan.
inline const char* const baci_countries =
    "country_code,country_name,country_iso2,country_iso3\n"
    "4,Afghanistan,AF,AFG\n"
    "156,China,CN,CHN\n"
    "251,France,FR,FRA\n"
    "276,Germany,DE,DEU\n"
    "490,\"Other Asia, nes\",,S19\n"
    "842,USA,US,USA\n";

inline void write_baci_countries(const std::filesystem::path& folder,
                                 const std::string& release = "V209901") {
    write_whole_file(folder / ("country_codes_" + release + ".csv"), baci_countries);
}

inline std::filesystem::path write_baci_year(const std::filesystem::path& folder, int year,
                                             const std::string& rows,
                                             const std::string& edition = "HS17",
                                             const std::string& release = "V209901") {
    const std::filesystem::path file =
        folder / ("BACI_" + edition + "_Y" + std::to_string(year) + "_" + release + ".csv");
    write_whole_file(file, "t,i,j,k,v,q\n" + rows);
    return file;
}

}  // namespace entente::testing
