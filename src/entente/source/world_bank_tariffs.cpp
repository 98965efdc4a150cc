#include "entente/source/world_bank_tariffs.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<WorldBankTariff> read_world_bank_tariffs(const std::filesystem::path& file,
                                                     Problems& problems) {
    static constexpr std::array<RowField<WorldBankTariff>, 4> fields{{
        {"country_code", &WorldBankTariff::country},
        {"year", &WorldBankTariff::year},
        {"series", &WorldBankTariff::series},
        {"value", &WorldBankTariff::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
