#include "entente/numerics/rank_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

std::vector<double> mid_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [values](std::size_t k) { return values[k]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
        const double rank = 0.5 * static_cast<double>(first + end - 1);
        for (std::size_t k = first; k < end; ++k) ranks[order[k]] = rank;
        first = end;
    }
    return ranks;
}

}  // namespace

double rank_correlation(std::span<const double> x, std::span<const double> y) {
    if (x.size() != y.size()) throw ShapeError("rank_correlation needs as many x as y.");
    if (x.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> a = mid_ranks(x);
    const std::vector<double> b = mid_ranks(y);
    const double mean = 0.5 * static_cast<double>(x.size() - 1);
    double aa = 0.0;
    double bb = 0.0;
    double ab = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        aa += (a[k] - mean) * (a[k] - mean);
        bb += (b[k] - mean) * (b[k] - mean);
        ab += (a[k] - mean) * (b[k] - mean);
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace entente
