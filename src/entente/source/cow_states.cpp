#include "entente/source/cow_states.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<CowState> read_cow_states(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<CowState>, 4> fields{{
        {"ccode", &CowState::cow_code},
        {"statenme", &CowState::name},
        {"styear", &CowState::first_year},
        {"endyear", &CowState::last_year},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
