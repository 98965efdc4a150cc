#include "entente/source/icio_goods_totals.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<IcioGoodsTotal> read_icio_goods_totals(const std::filesystem::path& file,
                                                   Problems& problems) {
    static constexpr std::array<RowField<IcioGoodsTotal>, 3> fields{{
        {"exporter", &IcioGoodsTotal::exporter},
        {"importer", &IcioGoodsTotal::importer},
        {"value_musd", &IcioGoodsTotal::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
