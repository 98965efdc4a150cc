#include "entente/source/latest_gdp.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<LatestGdp> read_latest_gdp(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<LatestGdp>, 2> fields{{
        {"iso3", &LatestGdp::country},
        {"gdp_usd", &LatestGdp::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
