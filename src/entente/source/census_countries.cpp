#include "entente/source/census_countries.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CensusCountry> read_census_countries(const std::filesystem::path& file,
                                                 Problems& problems) {
    static constexpr std::array<RowField<CensusCountry>, 2> fields{{
        {"CTY_CODE", &CensusCountry::partner},
        {"ISO3", &CensusCountry::iso3},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
