#include "entente/source/itpde_totals.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<ItpdeTotal> read_itpde_totals(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<ItpdeTotal>, 4> fields{{
        {"year", &ItpdeTotal::year},
        {"exporter", &ItpdeTotal::exporter},
        {"importer", &ItpdeTotal::importer},
        {"value_musd2010", &ItpdeTotal::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
