#include "entente/source/tariff_tracker_rates.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<TariffTrackerRate> read_tariff_tracker_rates(const std::filesystem::path& file,
                                                         Problems& problems) {
    static constexpr std::array<RowField<TariffTrackerRate>, 5> fields{{
        {"date", &TariffTrackerRate::date},
        {"country_name", &TariffTrackerRate::partner},
        {"effective tariff", &TariffTrackerRate::added},
        {"total imports", &TariffTrackerRate::imports_2024},
        {"2024 tariff", &TariffTrackerRate::rate_2024},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
