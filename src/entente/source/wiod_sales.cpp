#include "entente/source/wiod_sales.hpp"

#include "entente/source/typed_rows.hpp"
#include "entente/source/wiod_codes.hpp"

namespace entente {

std::vector<WiodSale> read_wiod_sales(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<WiodSale>, 5> fields{{
        {"exporter", &WiodSale::exporter},
        {"sector", &WiodSale::sector},
        {"importer", &WiodSale::importer},
        {"intermediate", &WiodSale::intermediate},
        {"final", &WiodSale::final_use},
    }};
    std::vector<WiodSale> rows = read_rows(file, fields, problems);
    for (WiodSale& row : rows) {
        row.exporter = iso3_from_wiod(row.exporter);
        row.importer = iso3_from_wiod(row.importer);
    }
    return rows;
}

}  // namespace entente
