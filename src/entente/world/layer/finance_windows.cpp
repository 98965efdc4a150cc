#include "entente/world/layer/finance_windows.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

const FinanceSum* FinanceWindow::find(std::string_view economy) const {
    const auto found = std::ranges::lower_bound(sums, economy, {}, &FinanceSum::economy);
    return found == sums.end() || found->economy != economy ? nullptr : &*found;
}

std::optional<double> FinanceWindow::intensity(std::string_view economy) const {
    const FinanceSum* sum = find(economy);
    if (sum == nullptr || !sum->gdp || *sum->gdp <= 0.0) return std::nullopt;
    return sum->amount / years / *sum->gdp;
}

const FinanceWindow* FinanceWindows::find(std::string_view publisher, std::string_view code) const {
    for (const FinanceWindow& window : windows) {
        if (window.publisher == publisher && window.code == code) return &window;
    }
    return nullptr;
}

FinanceWindows read_finance_windows(const Layer& layer) {
    FinanceWindows finance;
    const LayerTable& windows = layer.table("windows");
    for (std::size_t row = 0; row < windows.num_rows(); ++row) {
        finance.windows.push_back(
            {.publisher = windows["publisher"].text(row),
             .code = windows["window"].text(row),
             .first_year = static_cast<int>(windows["first_year"].number(row)),
             .last_year = static_cast<int>(windows["last_year"].number(row)),
             .years = windows["years"].number(row),
             .sums = {}});
    }
    const LayerTable& sums = layer.table("sums");
    for (std::size_t row = 0; row < sums.num_rows(); ++row) {
        for (FinanceWindow& window : finance.windows) {
            if (window.publisher != sums["publisher"].text(row) ||
                window.code != sums["window"].text(row)) {
                continue;
            }
            const double gdp = sums["gdp"].number(row);
            window.sums.push_back({.economy = sums["iso3"].text(row),
                                   .amount = sums["amount"].number(row),
                                   .num_records = static_cast<int>(sums["records"].number(row)),
                                   .gdp = std::isnan(gdp) ? std::nullopt : std::optional(gdp)});
        }
    }
    for (FinanceWindow& window : finance.windows) {
        std::ranges::sort(window.sums, {}, &FinanceSum::economy);
    }
    return finance;
}

}  // namespace entente
