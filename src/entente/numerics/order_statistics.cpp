#include "entente/numerics/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {

double sorted_quantile(std::span<const double> sorted, double share) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(
        std::clamp(std::floor(place), 0.0, static_cast<double>(sorted.size() - 1)));
    if (below + 1 == sorted.size()) return sorted[below];
    const double step = place - static_cast<double>(below);
    return sorted[below] + step * (sorted[below + 1] - sorted[below]);
}

double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return sorted_quantile(values, share);
}

double median(std::vector<double> values) {
    return quantile(std::move(values), 0.5);
}

double mid_rank_percentile(std::span<const double> sorted, double x) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), x);
    const auto below = static_cast<double>(first - sorted.begin());
    const auto equal = static_cast<double>(last - first);
    return (below + 0.5 * equal) / static_cast<double>(sorted.size());
}

RobustScale robust_scale(std::span<const double> values) {
    constexpr double normal_factor = 1.4826;
    const double center = median({values.begin(), values.end()});
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double x : values) distances.push_back(std::abs(x - center));
    return {center, normal_factor * median(std::move(distances))};
}

}  // namespace entente
