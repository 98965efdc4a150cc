#include "entente/source/naics_names.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<NaicsName> read_naics_names(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<NaicsName>, 2> fields{{
        {"naics", &NaicsName::naics},
        {"description", &NaicsName::name},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
