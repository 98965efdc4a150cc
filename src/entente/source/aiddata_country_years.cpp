#include "entente/source/aiddata_country_years.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<AidDataYear> read_aiddata_country_years(const std::filesystem::path& file,
                                                    Problems& problems) {
    static constexpr std::array<RowField<AidDataYear>, 5> fields{{
        {"ccode", &AidDataYear::cow_code},
        {"year", &AidDataYear::year},
        {"oda_adj", &AidDataYear::aid},
        {"oof_adj", &AidDataYear::other},
        {"vof_adj", &AidDataYear::vague},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
