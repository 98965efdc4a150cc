#pragma once

// Whether a series slows down the way systems do before they tip: rising autocorrelation and
// variance in a moving window, held against series that only look the same.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "entente/realignment/tipping/mean_field.hpp"

namespace entente {

struct EarlyWarningOptions {
    /// Part of the series in a window, (0, 1).
    double window_share = 0.5;
    /// Standard deviation of the smoothing kernel as part of the length of the series, > 0.
    double bandwidth_share = 0.1;
    std::size_t num_surrogates = 1000;
    std::uint64_t seed = 1;
};

/// One indicator along the windows.
struct IndicatorTrend {
    /// [window] by the last value of the window.
    std::vector<double> values;
    /// [eq:warning-trend]  Kendall's tau_b of the indicator with time
    double tau = 0.0;
    /// [eq:warning-p]  (1 + surrogates with a tau at least as high) / (1 + surrogates)
    double p_value = 1.0;
};

struct EarlyWarning {
    std::size_t window = 0;
    std::vector<double> trend;
    std::vector<double> residuals;
    IndicatorTrend autocorrelation;
    IndicatorTrend variance;
    /// Of the AR(1) process the surrogates are drawn from.
    double surrogate_persistence = 0.0;
};

/// Fewest values of a series; with fewer no window holds ten.
inline constexpr std::size_t min_warning_length = 20;

/// [eq:kernel-trend]  trend_t = sum_u K((t - u) / w) x_u / sum_u K((t - u) / w), K Gaussian
std::vector<double> kernel_trend(std::span<const double> series, double bandwidth);

/// [eq:ar1]  r = sum_t (x_t - m)(x_{t+1} - m) / sum_t (x_t - m)^2, m the mean; 0 if nothing varies
double lag_one_autocorrelation(std::span<const double> series);

/// Indicators of a series at equal steps of time, and how often AR(1) series of the same length,
/// persistence and variance show trends as strong. Each surrogate passes through the same smoothing
/// and windows. Random numbers depend on seed and surrogate alone.
/// @throws   OptionError for a series of fewer than min_warning_length values, without variation or
///           with values that are not finite, or options out of range.
/// Source    Dakos et al. (2012); the persistence of surrogates is that before smoothing, see
///           SmoothedPersistence: ours.
EarlyWarning detect_early_warning(std::span<const double> series,
                                  const EarlyWarningOptions& options = {}, std::size_t threads = 1);

/// What the test finds in series whose truth is known.
struct DetectionRate {
    std::size_t num_series = 0;
    /// Share of series with p_value below the level.
    double by_autocorrelation = 0.0;
    double by_variance = 0.0;
};

/// Series that drift toward a fold, [eq:mean-field-rate] with noise and slowly rising pressure.
/// All values are ours.
struct FoldSimulation {
    MeanField model{};
    /// Pressure at the start and at the end, as parts of the pressure of the fold.
    double first_pressure_share = -0.5;
    double last_pressure_share = 0.95;
    /// Standard deviation of the noise in one unit of time.
    double noise = 0.05;
    /// Units of time between two values of the series.
    double time_per_value = 1.0;
};

/// A series that has not tipped yet; of series that tip early, the next attempt is taken.
/// @throws OptionError if the model has no fold or a thousand attempts all tip.
std::vector<double> simulate_fold(const FoldSimulation& fold, std::size_t length,
                                  std::uint64_t seed, std::size_t number);

/// Share of simulated folds of this length that the test finds.
DetectionRate detection_power(const FoldSimulation& fold, std::size_t length, double level,
                              std::size_t num_series, const EarlyWarningOptions& options,
                              std::size_t threads = 1);

/// Share of AR(1) series without any change that the test takes for a warning; should be the level.
/// @param persistence  of the series, [0, 1).
DetectionRate false_alarm_rate(double persistence, std::size_t length, double level,
                               std::size_t num_series, const EarlyWarningOptions& options,
                               std::size_t threads = 1);

}  // namespace entente
