#include "entente/source/world_bank_gdp.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<WorldBankGdp> read_world_bank_gdp(const std::filesystem::path& file,
                                              Problems& problems) {
    static constexpr std::array<RowField<WorldBankGdp>, 3> fields{{
        {"Country Code", &WorldBankGdp::country},
        {"Year", &WorldBankGdp::year},
        {"Value", &WorldBankGdp::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
