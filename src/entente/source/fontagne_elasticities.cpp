#include "entente/source/fontagne_elasticities.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<FontagneElasticity> read_fontagne_elasticities(const std::filesystem::path& file,
                                                           Problems& problems) {
    static constexpr std::array<RowField<FontagneElasticity>, 2> fields{{
        {"gtap_sector", &FontagneElasticity::gtap},
        {"epsilon_GTAP", &FontagneElasticity::tariff_elasticity},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
