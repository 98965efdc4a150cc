#include "entente/source/atop_obligations.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<AtopObligation> read_atop_obligations(const std::filesystem::path& file,
                                                  Problems& problems) {
    static constexpr std::array<RowField<AtopObligation>, 7> fields{{
        {"ccode1", &AtopObligation::state},
        {"ccode2", &AtopObligation::partner},
        {"year", &AtopObligation::year},
        {"atop_defense", &AtopObligation::defence},
        {"atop_neutral", &AtopObligation::neutrality},
        {"atop_consul", &AtopObligation::consultation},
        {"atop_nonagg", &AtopObligation::non_aggression},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
