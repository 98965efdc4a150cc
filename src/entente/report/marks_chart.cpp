#include "entente/report/marks_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "entente/base/error.hpp"
#include "entente/report/svg_text.hpp"

namespace entente {
namespace {

constexpr double width = 720.0;
constexpr double height = 260.0;
constexpr double left = 48.0;
constexpr double right = 16.0;
constexpr double top = 12.0;
constexpr double bottom = 52.0;

/// Shapes tell the series apart without colour: paths around the origin.
constexpr std::array<std::string_view, 6> shapes{"M-4,-4H4V4H-4Z",     "M0,-5L5,0L0,5L-5,0Z",
                                                 "M0,-5L5,4H-5Z",      "M-5,-4H5L0,5Z",
                                                 "M-5,-1.5H5V1.5H-5Z", "M-1.5,-5H1.5V5H-1.5Z"};

/// From years and values to places on the drawing.
struct Scales {
    double first_year = 0.0;
    double last_year = 1.0;
    double low = 0.0;
    double high = 1.0;

    double x(double year) const {
        return left + (width - left - right) * (year - first_year) / (last_year - first_year);
    }
    double y(double value) const {
        return top + (height - top - bottom) * (high - value) / (high - low);
    }
};

Scales scales_of(const MarksChart& chart) {
    Scales scales{.first_year = 1e9, .last_year = -1e9, .low = chart.low, .high = chart.high};
    for (const auto& series : chart.series) {
        for (const auto& mark : series.marks) {
            scales.first_year = std::min(scales.first_year, std::floor(mark.year) - 1.0);
            scales.last_year = std::max(scales.last_year, std::ceil(mark.year) + 1.0);
        }
    }
    if (scales.first_year > scales.last_year) return {2000.0, 2001.0, chart.low, chart.high};
    return scales;
}

std::string axes(const MarksChart& chart, const Scales& scales) {
    std::string text;
    for (int step = 0; step <= 4; ++step) {
        const double value = chart.low + (chart.high - chart.low) * step / 4.0;
        const double y = scales.y(value);
        text += fmt::format(
            "<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" "
            "stroke=\"currentColor\" stroke-opacity=\".2\"/>"
            "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{:g}</text>",
            left, width - right, y, y, left - 6.0, y + 4.0, value);
    }
    constexpr int years_between = 5;
    const int first = static_cast<int>(std::ceil(scales.first_year / years_between));
    for (int year = first * years_between; year <= scales.last_year; year += years_between) {
        text += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
                            scales.x(year), height - bottom + 18.0, year);
    }
    return text;
}

std::string marks_of(const MarksChart::Series& series, const Scales& scales,
                     std::string_view shape) {
    std::string text;
    for (const auto& mark : series.marks) {
        const double x = scales.x(mark.year);
        if (mark.low && mark.high) {
            text += fmt::format(
                "<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" "
                "stroke=\"currentColor\"/>",
                x, x, scales.y(*mark.low), scales.y(*mark.high));
        }
        text += fmt::format("<path d=\"{}\" transform=\"translate({:.1f},{:.1f})\"/>", shape, x,
                            scales.y(mark.value));
    }
    return text;
}

}  // namespace

Figure drawn(const MarksChart& chart) {
    if (chart.series.size() > shapes.size()) {
        throw ShapeError("A drawing of marks has at most six series.");
    }
    const Scales scales = scales_of(chart);
    std::string svg = fmt::format(
        "<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" fill=\"currentColor\" "
        "font-size=\"12\"><title>{}</title><desc>{}</desc>{}",
        width, height, detail::svg_escaped(chart.title), detail::svg_escaped(chart.description),
        axes(chart, scales));
    constexpr double legend_step = 112.0;
    for (std::size_t k = 0; k < chart.series.size(); ++k) {
        const double x = left + legend_step * static_cast<double>(k);
        svg += marks_of(chart.series[k], scales, shapes[k]);
        svg += fmt::format(
            "<path d=\"{}\" transform=\"translate({:.1f},{:.1f})\"/>"
            "<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
            shapes[k], x, height - 14.0, x + 10.0, height - 10.0,
            detail::svg_escaped(chart.series[k].name));
    }
    return {.svg = svg + "</svg>", .text = fmt::format("{} ({})", chart.title, chart.unit)};
}

}  // namespace entente
