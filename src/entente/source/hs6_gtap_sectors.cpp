#include "entente/source/hs6_gtap_sectors.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<Hs6GtapSector> read_hs6_gtap_sectors(const std::filesystem::path& file,
                                                 Problems& problems) {
    static constexpr std::array<RowField<Hs6GtapSector>, 2> fields{{
        {"hs6", &Hs6GtapSector::product},
        {"gtap", &Hs6GtapSector::gtap},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
