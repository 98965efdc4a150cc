#include "entente/numerics/rank_correlation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

int sign(double x) {
    return static_cast<int>(x > 0.0) - static_cast<int>(x < 0.0);
}

void require_same_length(std::span<const double> x, std::span<const double> y) {
    if (x.size() != y.size()) {
        throw ShapeError(fmt::format("Two rankings of {} and {} values cannot be compared.",
                                     x.size(), y.size()));
    }
}

std::vector<double> mid_ranks(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> ranks;
    ranks.reserve(values.size());
    for (const double x : values) ranks.push_back(mid_rank_percentile(sorted, x));
    return ranks;
}

}  // namespace

double kendall_tau_b(std::span<const double> x, std::span<const double> y) {
    require_same_length(x, y);
    long balance = 0;
    long untied_x = 0;
    long untied_y = 0;
    for (std::size_t a = 0; a < x.size(); ++a) {
        for (std::size_t b = a + 1; b < x.size(); ++b) {
            const long in_x = sign(x[a] - x[b]);
            const long in_y = sign(y[a] - y[b]);
            balance += in_x * in_y;
            untied_x += in_x * in_x;
            untied_y += in_y * in_y;
        }
    }
    if (untied_x == 0 || untied_y == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(balance) /
           std::sqrt(static_cast<double>(untied_x) * static_cast<double>(untied_y));
}

double rank_correlation(std::span<const double> x, std::span<const double> y) {
    require_same_length(x, y);
    const std::vector<double> ranks_x = mid_ranks(x);
    const std::vector<double> ranks_y = mid_ranks(y);
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        // Mid-rank percentiles have mean one half whatever the ties.
        const double dx = ranks_x[k] - 0.5;
        const double dy = ranks_y[k] - 0.5;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    if (xx == 0.0 || yy == 0.0) return std::numeric_limits<double>::quiet_NaN();
    return xy / std::sqrt(xx * yy);
}

RankAgreement exact_rank_agreement(std::span<const double> x, std::span<const double> y) {
    constexpr std::size_t most_values = 9;
    // Equal tau_b come out of the same integers, yet through a square root.
    constexpr double rounding = 1e-12;
    require_same_length(x, y);
    if (x.size() > most_values) {
        throw OptionError(fmt::format("An exact permutation test takes at most {} values, not {}.",
                                      most_values, x.size()));
    }
    RankAgreement agreement{.tau_b = kendall_tau_b(x, y)};
    std::vector<std::size_t> order(y.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> shuffled(y.size());
    std::size_t as_large = 0;
    std::size_t as_far = 0;
    do {
        for (std::size_t k = 0; k < y.size(); ++k) shuffled[k] = y[order[k]];
        const double tau_b = kendall_tau_b(x, shuffled);
        as_large += static_cast<std::size_t>(tau_b >= agreement.tau_b - rounding);
        as_far += static_cast<std::size_t>(std::abs(tau_b) >= std::abs(agreement.tau_b) - rounding);
        ++agreement.num_orders;
    } while (std::next_permutation(order.begin(), order.end()));
    agreement.p_one_sided =
        static_cast<double>(as_large) / static_cast<double>(agreement.num_orders);
    agreement.p_two_sided = static_cast<double>(as_far) / static_cast<double>(agreement.num_orders);
    return agreement;
}

}  // namespace entente
