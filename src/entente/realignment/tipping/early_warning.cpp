#include "entente/realignment/tipping/early_warning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/numerics/rank_correlation.hpp"
#include "entente/realignment/tipping/ar1_series.hpp"
#include "entente/realignment/tipping/smoothed_persistence.hpp"

namespace entente {
namespace {

double mean_of(std::span<const double> values) {
    double sum = 0.0;
    for (const double x : values) sum += x;
    return sum / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
    const double mean = mean_of(values);
    double sum = 0.0;
    for (const double x : values) sum += (x - mean) * (x - mean);
    return sum / static_cast<double>(values.size() - 1);
}

void require_valid(std::span<const double> series, const EarlyWarningOptions& options) {
    if (!(options.window_share > 0.0 && options.window_share < 1.0) ||
        !(options.bandwidth_share > 0.0) || options.num_surrogates == 0) {
        throw OptionError(
            "The window must be a part between 0 and 1, the bandwidth above zero, and there must "
            "be a surrogate.");
    }
    if (series.size() < min_warning_length) {
        throw OptionError(fmt::format("The series has {} values; at least {} are needed.",
                                      series.size(), min_warning_length));
    }
    if (!std::ranges::all_of(series, [](double x) { return std::isfinite(x); })) {
        throw OptionError("The series has a value that is not a number.");
    }
    if (!(variance_of(series) > 0.0)) throw OptionError("The series does not vary.");
}

/// Indicators of one series, without p-values.
EarlyWarning indicators_of(std::span<const double> series, const EarlyWarningOptions& options) {
    const std::size_t n = series.size();
    const auto length = static_cast<double>(n);
    EarlyWarning found;
    found.window = static_cast<std::size_t>(std::lround(options.window_share * length));
    found.window = std::clamp<std::size_t>(found.window, 4, n - 2);
    found.trend = kernel_trend(series, options.bandwidth_share * length);
    for (std::size_t t = 0; t < n; ++t) found.residuals.push_back(series[t] - found.trend[t]);
    std::vector<double> times;
    for (std::size_t first = 0; first + found.window <= n; ++first) {
        const auto part = std::span(found.residuals).subspan(first, found.window);
        found.autocorrelation.values.push_back(lag_one_autocorrelation(part));
        found.variance.values.push_back(variance_of(part));
        times.push_back(static_cast<double>(first));
    }
    const auto tau = [&](const IndicatorTrend& trend) {
        const double value = kendall_tau_b(times, trend.values);
        return std::isfinite(value) ? value : 0.0;
    };
    found.autocorrelation.tau = tau(found.autocorrelation);
    found.variance.tau = tau(found.variance);
    return found;
}

EarlyWarning detect(std::span<const double> series, const SmoothedPersistence& persistence,
                    const EarlyWarningOptions& options, std::size_t threads) {
    EarlyWarning found = indicators_of(series, options);
    found.surrogate_persistence =
        persistence.before_smoothing(lag_one_autocorrelation(found.residuals));
    std::vector<std::pair<double, double>> taus(options.num_surrogates);
    parallel_for(options.num_surrogates, threads, [&](std::size_t k) {
        const auto surrogate =
            detail::ar1_series(found.surrogate_persistence, series.size(), options.seed, k);
        const EarlyWarning of_it = indicators_of(surrogate, options);
        taus[k] = {of_it.autocorrelation.tau, of_it.variance.tau};
    });
    std::size_t autocorrelation = 1;
    std::size_t variance = 1;
    for (const auto& [of_autocorrelation, of_variance] : taus) {
        if (of_autocorrelation >= found.autocorrelation.tau) ++autocorrelation;
        if (of_variance >= found.variance.tau) ++variance;
    }
    const auto all = static_cast<double>(options.num_surrogates + 1);
    found.autocorrelation.p_value = static_cast<double>(autocorrelation) / all;
    found.variance.p_value = static_cast<double>(variance) / all;
    return found;
}

template <class MakeSeries>
DetectionRate rate_of(const MakeSeries& make, double level, std::size_t num_series,
                      const EarlyWarningOptions& options, std::size_t threads) {
    if (num_series == 0 || !(level > 0.0 && level < 1.0)) {
        throw OptionError("A detection rate needs a series and a level between 0 and 1.");
    }
    std::vector<std::pair<char, char>> alarms(num_series);
    const std::size_t length = make(0).size();
    const SmoothedPersistence persistence(length,
                                          options.bandwidth_share * static_cast<double>(length));
    parallel_for(num_series, threads, [&](std::size_t k) {
        EarlyWarningOptions own = options;
        // Surrogates of one series must not be those of another.
        own.seed = options.seed + 0x9e3779b97f4a7c15ULL * (k + 1);
        const auto series = make(k);
        require_valid(series, own);
        const EarlyWarning found = detect(series, persistence, own, 1);
        alarms[k] = {found.autocorrelation.p_value < level, found.variance.p_value < level};
    });
    DetectionRate rate{.num_series = num_series};
    for (const auto& [by_autocorrelation, by_variance] : alarms) {
        rate.by_autocorrelation += by_autocorrelation;
        rate.by_variance += by_variance;
    }
    rate.by_autocorrelation /= static_cast<double>(num_series);
    rate.by_variance /= static_cast<double>(num_series);
    return rate;
}

}  // namespace

std::vector<double> kernel_trend(std::span<const double> series, double bandwidth) {
    std::vector<double> kernel(series.size());
    for (std::size_t gap = 0; gap < kernel.size(); ++gap) {
        const double z = static_cast<double>(gap) / bandwidth;
        kernel[gap] = std::exp(-0.5 * z * z);
    }
    std::vector<double> trend(series.size());
    for (std::size_t t = 0; t < series.size(); ++t) {
        double sum = 0.0;
        double weight = 0.0;
        for (std::size_t u = 0; u < series.size(); ++u) {
            const double k = kernel[t > u ? t - u : u - t];
            sum += k * series[u];
            weight += k;
        }
        trend[t] = sum / weight;
    }
    return trend;
}

double lag_one_autocorrelation(std::span<const double> series) {
    const double mean = mean_of(series);
    double together = 0.0;
    double alone = 0.0;
    for (std::size_t t = 0; t < series.size(); ++t) {
        const double x = series[t] - mean;
        alone += x * x;
        if (t + 1 < series.size()) together += x * (series[t + 1] - mean);
    }
    return alone > 0.0 ? together / alone : 0.0;
}

EarlyWarning detect_early_warning(std::span<const double> series,
                                  const EarlyWarningOptions& options, std::size_t threads) {
    require_valid(series, options);
    const SmoothedPersistence persistence(
        series.size(), options.bandwidth_share * static_cast<double>(series.size()));
    return detect(series, persistence, options, threads);
}

DetectionRate detection_power(const FoldSimulation& fold, std::size_t length, double level,
                              std::size_t num_series, const EarlyWarningOptions& options,
                              std::size_t threads) {
    return rate_of([&](std::size_t k) { return simulate_fold(fold, length, options.seed, k); },
                   level, num_series, options, threads);
}

DetectionRate false_alarm_rate(double persistence, std::size_t length, double level,
                               std::size_t num_series, const EarlyWarningOptions& options,
                               std::size_t threads) {
    if (!(persistence >= 0.0 && persistence < 1.0)) {
        throw OptionError("Persistence must be from 0 to below 1.");
    }
    constexpr std::uint64_t apart_from_surrogates = 0x5bd1e995;
    return rate_of(
        [&](std::size_t k) {
            return detail::ar1_series(persistence, length, options.seed ^ apart_from_surrogates, k);
        },
        level, num_series, options, threads);
}

}  // namespace entente
