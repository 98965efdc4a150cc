#include "entente/source/census_imports_gtap.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CensusImportsGtap> read_census_imports_gtap(const std::filesystem::path& file,
                                                        Problems& problems) {
    static constexpr std::array<RowField<CensusImportsGtap>, 4> fields{{
        {"cty_code", &CensusImportsGtap::partner},
        {"gtap", &CensusImportsGtap::gtap},
        {"imports_usd", &CensusImportsGtap::imports},
        {"duty_usd", &CensusImportsGtap::duty},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
