#include "entente/source/ucdp_conflicts.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<UcdpConflict> read_ucdp_conflicts(const std::filesystem::path& file,
                                              Problems& problems) {
    static constexpr std::array<RowField<UcdpConflict>, 6> fields{{
        {"year", &UcdpConflict::year},
        {"gwno_a", &UcdpConflict::side_a},
        {"gwno_a_2nd", &UcdpConflict::beside_a},
        {"gwno_b", &UcdpConflict::side_b},
        {"gwno_b_2nd", &UcdpConflict::beside_b},
        {"type_of_conflict", &UcdpConflict::type},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
