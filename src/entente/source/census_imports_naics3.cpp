#include "entente/source/census_imports_naics3.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CensusImportsNaics3> read_census_imports_naics3(const std::filesystem::path& file,
                                                            Problems& problems) {
    static constexpr std::array<RowField<CensusImportsNaics3>, 5> fields{{
        {"year", &CensusImportsNaics3::year},
        {"partner", &CensusImportsNaics3::partner},
        {"naics3", &CensusImportsNaics3::naics3},
        {"imports_usd", &CensusImportsNaics3::imports},
        {"duty_usd", &CensusImportsNaics3::duty},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
