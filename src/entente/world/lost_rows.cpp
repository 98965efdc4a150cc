#include "entente/world/lost_rows.hpp"

#include <algorithm>
#include <cmath>

namespace entente::detail {

void LostRows::add(std::string_view country_text, std::string_view sector_text,
                   std::optional<std::size_t> country, std::optional<std::size_t> sector,
                   std::optional<double> value) {
    Group& group = groups_[{std::string(country_text), std::string(sector_text)}];
    group.country = country;
    group.sector = sector;
    group.sum += value.value_or(0.0);
    group.has_unknown_value = group.has_unknown_value || !value;
}

bool LostRows::explain(std::size_t country, std::size_t sector, double gap,
                       double tolerance) const {
    return std::ranges::any_of(groups_, [&](const auto& entry) {
        const Group& group = entry.second;
        return group.country.value_or(country) == country &&
               group.sector.value_or(sector) == sector &&
               (group.has_unknown_value || std::abs(group.sum - gap) <= tolerance);
    });
}

}  // namespace entente::detail
