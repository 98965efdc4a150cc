#include "entente/source/cp2015_tariffs.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<Cp2015Tariff> read_cp2015_tariffs(const std::filesystem::path& file,
                                              Problems& problems) {
    static constexpr std::array<RowField<Cp2015Tariff>, 5> fields{{
        {"sector", &Cp2015Tariff::sector},
        {"importer", &Cp2015Tariff::importer},
        {"exporter", &Cp2015Tariff::exporter},
        {"imports_1993_kusd", &Cp2015Tariff::imports},
        {"tariff_2005_pct", &Cp2015Tariff::tariff_2005},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
