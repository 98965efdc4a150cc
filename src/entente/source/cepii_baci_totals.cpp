#include "entente/source/cepii_baci_totals.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<BaciTotal> read_baci_totals(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<BaciTotal>, 3> fields{{
        {"exporter", &BaciTotal::exporter},
        {"importer", &BaciTotal::importer},
        {"value_kusd", &BaciTotal::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
