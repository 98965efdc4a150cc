#include "entente/source/census_imports_hs6.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CensusImportsHs6> read_census_imports_hs6(const std::filesystem::path& file,
                                                      Problems& problems) {
    static constexpr std::array<RowField<CensusImportsHs6>, 4> fields{{
        {"cty_code", &CensusImportsHs6::partner},
        {"hs6", &CensusImportsHs6::product},
        {"imports_usd", &CensusImportsHs6::imports},
        {"duty_usd", &CensusImportsHs6::duty},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
