#include "entente/source/cow_codes.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CowCode> read_cow_codes(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<CowCode>, 2> fields{{
        {"iso3", &CowCode::iso3},
        {"cow_ccode", &CowCode::cow_code},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
