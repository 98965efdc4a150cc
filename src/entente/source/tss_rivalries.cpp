#include "entente/source/tss_rivalries.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<TssRivalry> read_tss_rivalries(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<TssRivalry>, 4> fields{{
        {"ccode1", &TssRivalry::one},
        {"ccode2", &TssRivalry::other},
        {"start", &TssRivalry::first_year},
        {"end", &TssRivalry::last_year},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
