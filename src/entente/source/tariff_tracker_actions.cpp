#include "entente/source/tariff_tracker_actions.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<TariffTrackerAction> read_tariff_tracker_actions(const std::filesystem::path& file,
                                                             Problems& problems) {
    static constexpr std::array<RowField<TariffTrackerAction>, 4> fields{{
        {"date", &TariffTrackerAction::date},
        {"authority", &TariffTrackerAction::authority},
        {"reference", &TariffTrackerAction::reference},
        {"description", &TariffTrackerAction::description},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
