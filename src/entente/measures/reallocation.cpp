#include "entente/measures/reallocation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/normal.hpp"

namespace entente {
namespace {

// Streams of placebo orders share no numbers with those of other purposes.
constexpr std::uint32_t order_purpose = 0x5245414cU;

double slope_of(std::span<const double> series) {
    const auto length = static_cast<double>(series.size());
    const double middle = 0.5 * (length - 1.0);
    double products = 0.0;
    double squares = 0.0;
    for (std::size_t t = 0; t < series.size(); ++t) {
        const double time = static_cast<double>(t) - middle;
        products += time * series[t];
        squares += time * time;
    }
    return products / squares;
}

}  // namespace

// [eq:reallocation-speed]  v[n,t] = 1/2 sum_i | s[i,n,t] - s[i,n,t-lag] |
std::vector<double> reallocation_speed(const Array2<double>& imports, std::size_t lag) {
    std::vector<double> totals(imports.columns(), 0.0);
    for (std::size_t t = 0; t < imports.columns(); ++t) {
        for (std::size_t i = 0; i < imports.rows(); ++i) totals[t] += imports(i, t);
    }
    std::vector<double> speed;
    for (std::size_t t = lag; t < imports.columns(); ++t) {
        double moved = 0.0;
        for (std::size_t i = 0; i < imports.rows(); ++i) {
            moved += std::abs(imports(i, t) / totals[t] - imports(i, t - lag) / totals[t - lag]);
        }
        speed.push_back(0.5 * moved);
    }
    return speed;
}

Array2<double> rolling_sums(const Array2<double>& values, std::size_t width) {
    if (width == 0 || width > values.columns()) {
        throw ShapeError("A rolling sum is wider than the series.");
    }
    Array2<double> sums(values.rows(), values.columns() - width + 1);
    for (std::size_t i = 0; i < values.rows(); ++i) {
        for (std::size_t t = 0; t < sums.columns(); ++t) {
            for (std::size_t k = 0; k < width; ++k) sums(i, t) += values(i, t + k);
        }
    }
    return sums;
}

// [eq:hac-slope]  Var(b) = [ S0 + 2 sum_l (1 - l/(L+1)) S_l ] / (sum_t x_t^2)^2,
//                 S_l = sum_t x_t e_t x_t-l e_t-l,  x time less its mean, e the residuals
Trend trend(std::span<const double> series, std::size_t lags) {
    if (series.size() < 3 || lags >= series.size()) {
        throw ShapeError("A trend needs three periods, and fewer lags than periods.");
    }
    const double slope = slope_of(series);
    const double mean =
        std::accumulate(series.begin(), series.end(), 0.0) / static_cast<double>(series.size());
    const double middle = 0.5 * (static_cast<double>(series.size()) - 1.0);
    std::vector<double> scores(series.size());
    double squares = 0.0;
    for (std::size_t t = 0; t < series.size(); ++t) {
        const double time = static_cast<double>(t) - middle;
        scores[t] = time * (series[t] - mean - slope * time);
        squares += time * time;
    }
    double variance = 0.0;
    for (std::size_t lag = 0; lag <= lags; ++lag) {
        double products = 0.0;
        for (std::size_t t = lag; t < scores.size(); ++t) products += scores[t] * scores[t - lag];
        const double weight =
            lag == 0 ? 1.0 : 2.0 * (1.0 - static_cast<double>(lag) / static_cast<double>(lags + 1));
        variance += weight * products;
    }
    const double error = std::sqrt(std::max(variance, 0.0)) / squares;
    const double p_value = error > 0.0 ? 2.0 * normal_cdf(-std::abs(slope) / error) : 0.0;
    return {.slope = slope, .standard_error = error, .lags = lags, .p_value = p_value};
}

std::size_t usual_lags(std::size_t num_periods) {
    return static_cast<std::size_t>(
        std::floor(4.0 * std::pow(static_cast<double>(num_periods) / 100.0, 2.0 / 9.0)));
}

// [eq:placebo-order]  share of orders pi with b(v o pi) >= b(v), whole blocks moved, the observed
//                     order counted as one of them
PlaceboRank permuted_order_rank(std::span<const double> series, std::size_t block,
                                std::size_t num_placebos, std::size_t seed) {
    const double observed = slope_of(series);
    const std::size_t num_blocks = (series.size() + block - 1) / block;
    std::size_t at_least = 1;
    for (std::size_t k = 0; k < num_placebos; ++k) {
        RandomStream stream({.seed = seed,
                             .draw = static_cast<std::uint32_t>(k),
                             .purpose = order_purpose,
                             .entity = 0});
        std::vector<std::size_t> order(num_blocks);
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t b = num_blocks; b-- > 1;) {
            const auto other =
                static_cast<std::size_t>(stream.uniform() * static_cast<double>(b + 1));
            std::swap(order[b], order[std::min(other, b)]);
        }
        std::vector<double> moved;
        for (const std::size_t b : order) {
            const std::size_t end = std::min((b + 1) * block, series.size());
            for (std::size_t t = b * block; t < end; ++t) moved.push_back(series[t]);
        }
        at_least += slope_of(moved) >= observed;
    }
    return {.share_at_least = static_cast<double>(at_least) / static_cast<double>(num_placebos + 1),
            .num_placebos = num_placebos};
}

PlaceboRank last_window_rank(std::span<const double> series, std::size_t width) {
    if (width < 3 || width > series.size()) {
        throw ShapeError("A window is shorter than three periods or longer than the series.");
    }
    const double last = slope_of(series.last(width));
    std::size_t at_least = 0;
    const std::size_t num_windows = series.size() - width + 1;
    for (std::size_t t = 0; t < num_windows; ++t) {
        at_least += slope_of(series.subspan(t, width)) >= last;
    }
    return {.share_at_least = static_cast<double>(at_least) / static_cast<double>(num_windows),
            .num_placebos = num_windows};
}

}  // namespace entente
