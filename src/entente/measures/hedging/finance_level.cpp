#include "entente/measures/hedging/finance_level.hpp"

#include <algorithm>

#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

std::optional<double> intensity(const FinanceInflow& inflow) {
    if (!inflow.amount || !inflow.gdp || !(*inflow.gdp > 0.0)) return {};
    return *inflow.amount / *inflow.gdp / inflow.num_years;
}

}  // namespace

std::vector<std::optional<double>> inflow_percentiles(std::span<const FinanceInflow> inflows) {
    std::vector<double> sorted;
    for (const FinanceInflow& inflow : inflows) {
        if (const auto x = intensity(inflow)) sorted.push_back(*x);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::optional<double>> percentiles;
    for (const FinanceInflow& inflow : inflows) {
        const auto x = intensity(inflow);
        percentiles.push_back(x ? std::optional(mid_rank_percentile(sorted, *x)) : std::nullopt);
    }
    return percentiles;
}

std::optional<double> finance_level(std::span<const std::optional<double>> percentiles) {
    double sum = 0.0;
    double count = 0.0;
    for (const auto& percentile : percentiles) {
        if (!percentile) continue;
        sum += *percentile;
        count += 1.0;
    }
    if (count == 0.0) return {};
    return sum / count;
}

}  // namespace entente
