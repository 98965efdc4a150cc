#include "entente/source/cp2015_inputs.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<Cp2015Input> read_cp2015_inputs(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<Cp2015Input>, 4> fields{{
        {"country", &Cp2015Input::country},
        {"input_sector", &Cp2015Input::input_sector},
        {"using_sector", &Cp2015Input::using_sector},
        {"share_of_intermediates", &Cp2015Input::share},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
