#include "entente/source/cp2015_output.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<Cp2015Output> read_cp2015_output(const std::filesystem::path& file,
                                             Problems& problems) {
    static constexpr std::array<RowField<Cp2015Output>, 4> fields{{
        {"sector", &Cp2015Output::sector},
        {"country", &Cp2015Output::country},
        {"gross_output_1993_usd", &Cp2015Output::gross_output},
        {"value_added_share", &Cp2015Output::value_added_share},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
