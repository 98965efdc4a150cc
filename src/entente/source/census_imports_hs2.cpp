#include "entente/source/census_imports_hs2.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CensusImportsHs2> read_census_imports_hs2(const std::filesystem::path& file,
                                                      Problems& problems) {
    static constexpr std::array<RowField<CensusImportsHs2>, 4> fields{{
        {"CTY_CODE", &CensusImportsHs2::partner},
        {"HS2", &CensusImportsHs2::chapter},
        {"2024_imports", &CensusImportsHs2::imports},
        {"2024_duty", &CensusImportsHs2::duty},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
