#include "entente/source/cow_capabilities.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CowCapability> read_cow_capabilities(const std::filesystem::path& file,
                                                 Problems& problems) {
    static constexpr std::array<RowField<CowCapability>, 4> fields{{
        {"ccode", &CowCapability::cow_code},
        {"year", &CowCapability::year},
        {"tpop", &CowCapability::population},
        {"cinc", &CowCapability::capability},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
