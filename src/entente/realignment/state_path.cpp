#include "entente/realignment/state_path.hpp"

#include <cmath>

namespace entente::detail {
namespace {

/// rho over a gap of years.
double persistence(int years, const WalkVariances& variances) {
    return std::pow(1.0 - variances.step / variances.all, 0.5 * years);
}

}  // namespace

PathPoint after_years(const PathPoint& before, int years, const WalkVariances& variances) {
    const double rho = persistence(years, variances);
    return {.mean = rho * before.mean,
            .variance = rho * rho * before.variance + (1.0 - rho * rho) * variances.all};
}

PathPoint before_year(const PathPoint& filtered, int years, const WalkVariances& variances,
                      double later) {
    const PathPoint next = after_years(filtered, years, variances);
    const double gain = persistence(years, variances) * filtered.variance / next.variance;
    return {.mean = filtered.mean + gain * (later - next.mean),
            .variance = filtered.variance - gain * gain * next.variance};
}

std::vector<PathPoint> filter_path(std::span<const int> years, std::span<const YearSignal> signals,
                                   const WalkVariances& variances) {
    std::vector<PathPoint> path(years.size());
    PathPoint now{.mean = 0.0, .variance = variances.all};
    for (std::size_t t = 0; t < years.size(); ++t) {
        if (t > 0) now = after_years(now, years[t] - years[t - 1], variances);
        const double precision = 1.0 / now.variance + signals[t].precision;
        const double pull = signals[t].precision / precision;
        now.mean += pull * (signals[t].value - now.mean);
        now.variance = 1.0 / precision;
        path[t] = now;
    }
    return path;
}

std::vector<PathPoint> smooth_path(std::span<const int> years, std::span<const PathPoint> filtered,
                                   const WalkVariances& variances) {
    std::vector<PathPoint> path(filtered.begin(), filtered.end());
    for (std::size_t t = path.size() - 1; t-- > 0;) {
        const int gap = years[t + 1] - years[t];
        const PathPoint next = after_years(filtered[t], gap, variances);
        const double gain = persistence(gap, variances) * filtered[t].variance / next.variance;
        path[t].mean = filtered[t].mean + gain * (path[t + 1].mean - next.mean);
        path[t].variance =
            filtered[t].variance + gain * gain * (path[t + 1].variance - next.variance);
    }
    return path;
}

}  // namespace entente::detail
