#pragma once

// The inside of a drawing with axes: from values to places, and the axes themselves.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

// Told apart by people with any kind of colour vision (after Okabe and Ito, 2008); shapes and
// dashes say the same again.
inline constexpr std::string_view blue = "#0072b2";
inline constexpr std::string_view vermilion = "#c24e00";
inline constexpr std::string_view grey = "#6b7280";
inline constexpr std::string_view pale_grey = "#d5d8dd";

/// Edges of the area in the units of the drawing, and the values at those edges.
struct PlotArea {
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    double low_x = 0.0;
    double high_x = 1.0;
    double low_y = 0.0;
    double high_y = 1.0;

    double x(double value) const {
        return left + (right - left) * (value - low_x) / (high_x - low_x);
    }
    double y(double value) const {
        return bottom - (bottom - top) * (value - low_y) / (high_y - low_y);
    }
};

/// Steps of 1, 2 or 5 times a power of ten from the first to the last inside low..high.
struct Ticks {
    std::vector<double> values{};
    int decimals = 0;
};
/// @param most  About so many of them, at least 2.
Ticks round_ticks(double low, double high, std::size_t most = 6);

/// Lines across the area with figures under it and a title under those.
std::string bottom_axis(const PlotArea& area, const Ticks& ticks, std::string_view title);
/// Lines along the area with figures to its left and a title above them.
std::string left_axis(const PlotArea& area, const Ticks& ticks, std::string_view title);

}  // namespace entente::detail
