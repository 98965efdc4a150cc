#pragma once

// How fast a country changes its suppliers, by source. study/policy/reallocation.hpp computes it.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/format.hpp"

namespace entente {

/// Of one source; levels and speeds of two sources are never joined.
struct ReallocationSeries {
    /// "wiod", "itpde" or "us-trade".
    std::string source{};
    /// What is counted.
    std::string trade{};
    /// Names of the periods, and the part of imports that changed suppliers within a year, 0 to 1.
    std::vector<std::string> periods{};
    std::vector<double> speed{};
    /// Of the whole series, per year; standard error robust to autocorrelation over `lags` periods.
    double slope = 0.0;
    double standard_error = 0.0;
    std::size_t lags = 0;
    double p_value = 1.0;
    /// Share of orders of whole years whose slope is at least that large.
    double placebo_share = 1.0;
    std::size_t num_placebos = 0;
    /// Years in a window, and the share of windows whose slope is at least that of the last one.
    std::size_t window_years = 0;
    double window_share = 1.0;
    std::size_t num_windows = 0;

    /// The same trend when the last year is left out.
    double slope_before_last_year = 0.0;
    double p_value_before_last_year = 1.0;

    /// Whether the pace rises beyond chance by both tests.
    bool is_rising() const;
    /// Whether it would be called rising by its trend without the last year too.
    bool was_rising() const;
    double mean_speed() const;
};

/// Largest chance at which a rise is called one.
inline constexpr double rising_level = 0.05;

struct Reallocation {
    std::string country{};
    std::vector<ReallocationSeries> series{};
    /// Sources that have no series for the country, and why.
    std::vector<std::string> missing{};
    /// Part of supply relations renewed a year that the published time paths of the trade
    /// elasticity imply: standard and slow.
    double renewal_standard = 0.0;
    double renewal_slow = 0.0;
    /// Whether data files hold every period in place of a line a source.
    bool has_periods = false;
};

std::string render(const Reallocation& reallocation, const Rendering& how);

}  // namespace entente
