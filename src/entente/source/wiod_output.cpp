#include "entente/source/wiod_output.hpp"

#include "entente/source/typed_rows.hpp"
#include "entente/source/wiod_codes.hpp"

namespace entente {

std::vector<WiodOutput> read_wiod_output(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<WiodOutput>, 4> fields{{
        {"country", &WiodOutput::country},
        {"sector", &WiodOutput::sector},
        {"gross_output_musd", &WiodOutput::gross_output},
        {"value_added_musd", &WiodOutput::value_added},
    }};
    std::vector<WiodOutput> rows = read_rows(file, fields, problems);
    for (WiodOutput& row : rows) {
        row.country = iso3_from_wiod(row.country);
    }
    return rows;
}

}  // namespace entente
