#include "entente/source/wiod_inputs.hpp"

#include "entente/source/typed_rows.hpp"
#include "entente/source/wiod_codes.hpp"

namespace entente {

std::vector<WiodInput> read_wiod_inputs(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<WiodInput>, 4> fields{{
        {"country", &WiodInput::country},
        {"input_sector", &WiodInput::input_sector},
        {"using_sector", &WiodInput::using_sector},
        {"value_musd", &WiodInput::value},
    }};
    std::vector<WiodInput> rows = read_rows(file, fields, problems);
    for (WiodInput& row : rows) {
        row.country = iso3_from_wiod(row.country);
    }
    return rows;
}

}  // namespace entente
