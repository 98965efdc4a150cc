#include "entente/source/ideal_points.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<IdealPoint> read_ideal_points(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<IdealPoint>, 3> fields{{
        {"CountryName", &IdealPoint::name},
        {"Year", &IdealPoint::year},
        {"idealpoint", &IdealPoint::value},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
