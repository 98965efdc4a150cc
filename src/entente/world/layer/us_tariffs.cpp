#include "entente/world/layer/us_tariffs.hpp"

#include <algorithm>

namespace entente {

UsTariffs read_us_tariffs(const Layer& layer) {
    UsTariffs tariffs;
    const LayerTable& partners = layer.table("partners");
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < partners.num_rows(); ++row) {
        codes.push_back(partners["partner"].text(row));
        tariffs.rate_2024.push_back(partners["rate_2024"].number(row));
        tariffs.imports_2024.push_back(partners["imports_2024"].number(row));
    }
    tariffs.partners = Axis(std::move(codes));
    const LayerTable& rates = layer.table("rates");
    std::vector<std::string> days = rates["date"].words();
    std::ranges::sort(days);
    for (const std::string& day : days) tariffs.dates.push_back(*parse_date(day));
    const Axis day_axis(std::move(days));
    tariffs.added_rate = Array2<double>(day_axis.size(), tariffs.partners.size());
    for (std::size_t row = 0; row < rates.num_rows(); ++row) {
        tariffs.added_rate(day_axis.at(rates["date"].text(row)),
                           tariffs.partners.at(rates["partner"].text(row))) =
            rates["added_rate"].number(row);
    }
    return tariffs;
}

std::vector<UsTariffAction> read_us_tariff_actions(const Layer& layer) {
    std::vector<UsTariffAction> actions;
    const LayerTable& table = layer.table("actions");
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        actions.push_back({.date = *parse_date(table["date"].text(row)),
                           .authority = table["authority"].text(row),
                           .reference = table["reference"].text(row),
                           .description = table["description"].text(row)});
    }
    std::ranges::stable_sort(actions, {}, &UsTariffAction::date);
    return actions;
}

}  // namespace entente
