#include "entente/source/archigos_leaders.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<ArchigosLeader> read_archigos_leaders(const std::filesystem::path& file,
                                                  Problems& problems) {
    static constexpr std::array<RowField<ArchigosLeader>, 3> fields{{
        {"gwcode", &ArchigosLeader::gw_code},
        {"startdate", &ArchigosLeader::start_date},
        {"entry", &ArchigosLeader::entry},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
