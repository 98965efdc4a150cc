#include "entente/source/aei_deals.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<AeiDeal> read_aei_deals(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<AeiDeal>, 5> fields{{
        {"Year", &AeiDeal::year},
        {"Month", &AeiDeal::month},
        {"Country", &AeiDeal::country},
        {"Sector", &AeiDeal::sector},
        {"Quantity in Millions", &AeiDeal::amount},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
