#include "entente/source/census_imports_monthly.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CensusMonth> read_census_imports_monthly(const std::filesystem::path& file,
                                                     Problems& problems) {
    static constexpr std::array<RowField<CensusMonth>, 5> fields{{
        {"month", &CensusMonth::month},
        {"partner", &CensusMonth::partner},
        {"naics", &CensusMonth::naics},
        {"imports_usd", &CensusMonth::imports},
        {"duty_usd", &CensusMonth::duty},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
