#include "entente/report/fan_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/report/svg_text.hpp"

namespace entente {
namespace {

constexpr double width = 320.0;
constexpr double height = 180.0;
constexpr double margin = 36.0;
/// Welfare and the two shares of trade.
constexpr std::size_t num_charts = 3;

/// From years and values to places in the drawing.
struct Scale {
    double first = 0.0, last = 1.0, low = 0.0, high = 1.0;
    double x(double year) const {
        return margin + (width - 2.0 * margin) * (year - first) / std::max(last - first, 1.0);
    }
    double y(double value) const {
        return height - margin - (height - 2.0 * margin) * (value - low) / (high - low);
    }
};

Scale scale_of(const std::vector<PathRow>& rows) {
    Scale scale{.first = static_cast<double>(rows.front().year),
                .last = static_cast<double>(rows.back().year),
                .low = rows.front().quantiles.front(),
                .high = rows.front().quantiles.back()};
    for (const PathRow& row : rows) {
        scale.low = std::min(scale.low, row.quantiles.front());
        scale.high = std::max(scale.high, row.quantiles.back());
    }
    // A figure that does not move is a line in the middle.
    const double room = std::max(0.05 * (scale.high - scale.low), 1e-3);
    scale.low -= room;
    scale.high += room;
    return scale;
}

std::string band(const std::vector<PathRow>& rows, const Scale& scale, std::size_t low,
                 std::size_t high, double opacity) {
    std::string points;
    for (const PathRow& row : rows) {
        points += fmt::format("{:.1f},{:.1f} ", scale.x(row.year), scale.y(row.quantiles[low]));
    }
    for (std::size_t k = rows.size(); k-- > 0;) {
        points +=
            fmt::format("{:.1f},{:.1f} ", scale.x(rows[k].year), scale.y(rows[k].quantiles[high]));
    }
    return fmt::format("<polygon points=\"{}\" fill=\"currentColor\" opacity=\"{}\"/>\n", points,
                       opacity);
}

std::string chart(const std::vector<PathRow>& rows, const PathFigureName& name) {
    const Scale scale = scale_of(rows);
    std::string line;
    for (const PathRow& row : rows) {
        line += fmt::format("{:.1f},{:.1f} ", scale.x(row.year), scale.y(row.quantiles[2]));
    }
    const PathRow& last = rows.back();
    const std::string title =
        detail::svg_escaped(fmt::format("{}, {}, {}", rows.front().name, name.title, name.unit));
    const std::string words = fmt::format(
        "{}: from {:.2f} in {} to a median of {:.2f} in {}, nine draws in ten from {:.2f} to "
        "{:.2f}.",
        title, rows.front().quantiles[2], rows.front().year, last.quantiles[2], last.year,
        last.quantiles.front(), last.quantiles.back());
    const auto label = [](double x, double y, const std::string& text, const char* anchor) {
        return fmt::format(
            "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"10\" fill=\"currentColor\" "
            "text-anchor=\"{}\">{}</text>\n",
            x, y, anchor, text);
    };
    return fmt::format(
               "<figure>\n<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
               "aria-label=\"{2}\">\n",
               width, height, words) +
           band(rows, scale, 0, 4, 0.2) + band(rows, scale, 1, 3, 0.35) +
           fmt::format(
               "<polyline points=\"{}\" fill=\"none\" stroke=\"currentColor\" "
               "stroke-width=\"1.5\"/>\n",
               line) +
           label(margin, height - 14.0, std::to_string(rows.front().year), "start") +
           label(width - margin, height - 14.0, std::to_string(last.year), "end") +
           label(margin - 4.0, scale.y(scale.low), fmt::format("{:.1f}", scale.low), "end") +
           label(margin - 4.0, scale.y(scale.high) + 8.0, fmt::format("{:.1f}", scale.high),
                 "end") +
           fmt::format("</svg>\n<figcaption>{}</figcaption>\n</figure>\n", words);
}

}  // namespace

std::string country_fan_charts(const std::vector<PathRow>& rows,
                               const std::vector<PathFigureName>& names) {
    std::string charts;
    for (std::size_t f = 0; f < num_charts; ++f) {
        std::vector<PathRow> of_figure;
        for (const PathRow& row : rows) {
            if (row.figure == f && std::isfinite(row.mean)) of_figure.push_back(row);
        }
        if (of_figure.size() > 1) charts += chart(of_figure, names[f]);
    }
    return charts.empty() ? "" : "<section>\n<h2>Fan charts</h2>\n" + charts + "</section>\n";
}

}  // namespace entente
