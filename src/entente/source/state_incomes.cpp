#include "entente/source/state_incomes.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<StateIncome> read_state_incomes(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<StateIncome>, 3> fields{{
        {"ccode", &StateIncome::cow_code},
        {"year", &StateIncome::year},
        {"mrgdppc", &StateIncome::gdp_per_head},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
