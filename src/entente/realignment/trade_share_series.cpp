#include "entente/realignment/trade_share_series.hpp"

#include <iterator>

namespace entente::detail {

PanelValue share_in(const ShareYears& shares, int year) {
    const auto after = shares.lower_bound(year);
    if (after != shares.end() && after->first == year) return {.value = after->second};
    if (after == shares.begin()) return {};
    const auto before = std::prev(after);
    if (after != shares.end()) {
        const double step = static_cast<double>(year - before->first) /
                            static_cast<double>(after->first - before->first);
        return {.value = before->second + step * (after->second - before->second),
                .carried = true,
                .looks_ahead = true};
    }
    if (year - before->first > share_years_ahead) return {};
    return {.value = before->second, .carried = true};
}

}  // namespace entente::detail
