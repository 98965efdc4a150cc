#include "entente/source/foreign_troops.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<ForeignTroops> read_foreign_troops(const std::filesystem::path& file,
                                               Problems& problems) {
    static constexpr std::array<RowField<ForeignTroops>, 4> fields{{
        {"ccode", &ForeignTroops::cow_code},
        {"year", &ForeignTroops::year},
        {"rus_troops", &ForeignTroops::russian},
        {"chi_troops", &ForeignTroops::chinese},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
