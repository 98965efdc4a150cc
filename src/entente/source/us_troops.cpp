#include "entente/source/us_troops.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<UsTroops> read_us_troops(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<UsTroops>, 4> fields{{
        {"iso3c", &UsTroops::iso3},
        {"countryname", &UsTroops::name},
        {"year", &UsTroops::year},
        {"troops_ad", &UsTroops::active_duty},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
