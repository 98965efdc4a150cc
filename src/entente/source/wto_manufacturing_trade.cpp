#include "entente/source/wto_manufacturing_trade.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<ManufacturingTrade> read_manufacturing_trade(const std::filesystem::path& file,
                                                         Problems& problems) {
    static constexpr std::array<RowField<ManufacturingTrade>, 4> fields{{
        {"year", &ManufacturingTrade::year},
        {"exporter", &ManufacturingTrade::exporter},
        {"importer", &ManufacturingTrade::importer},
        {"trade", &ManufacturingTrade::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
