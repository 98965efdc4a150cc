#include "entente/source/cp2015_sectors.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<Cp2015Sector> read_cp2015_sectors(const std::filesystem::path& file,
                                              Problems& problems) {
    static constexpr std::array<RowField<Cp2015Sector>, 2> fields{{
        {"sector", &Cp2015Sector::sector},
        {"theta", &Cp2015Sector::trade_elasticity},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
