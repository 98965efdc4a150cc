#include "entente/source/campos_goods_totals.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CamposTotal> read_campos_totals(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<CamposTotal>, 3> fields{{
        {"exporter", &CamposTotal::exporter},
        {"importer", &CamposTotal::importer},
        {"value", &CamposTotal::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
