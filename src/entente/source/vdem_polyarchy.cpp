#include "entente/source/vdem_polyarchy.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<VdemPolyarchy> read_vdem_polyarchy(const std::filesystem::path& file,
                                               Problems& problems) {
    static constexpr std::array<RowField<VdemPolyarchy>, 3> fields{{
        {"ccode", &VdemPolyarchy::cow_code},
        {"year", &VdemPolyarchy::year},
        {"v2x_polyarchy", &VdemPolyarchy::polyarchy},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
