#include "entente/source/unctad_trade_matrix.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<UnctadTrade> read_unctad_trade_matrix(const std::filesystem::path& file, int year,
                                                  Problems& problems) {
    static constexpr std::array<RowField<UnctadTrade>, 5> fields{{
        {"year", &UnctadTrade::year},
        {"sitc", &UnctadTrade::section},
        {"exporter", &UnctadTrade::exporter},
        {"importer", &UnctadTrade::importer},
        {"value_kusd", &UnctadTrade::value},
    }};
    std::vector<UnctadTrade> rows = read_rows(file, fields, problems);
    std::erase_if(rows, [&](const UnctadTrade& row) { return row.year != year; });
    return rows;
}

}  // namespace entente
