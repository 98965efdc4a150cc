#include "entente/report/plot_area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/report/svg_text.hpp"

namespace entente::detail {
namespace {

constexpr double figure_height = 13.0;

/// A figure of an axis; zero without a sign.
std::string tick_words(double value, int decimals) {
    return fmt::format("{:.{}f}", value == 0.0 ? 0.0 : value, decimals);
}

}  // namespace

Ticks round_ticks(double low, double high, std::size_t most) {
    const double least_step = (high - low) / static_cast<double>(std::max<std::size_t>(most, 2));
    if (!(least_step > 0.0) || !std::isfinite(least_step)) return {{low}, 2};
    const double power = std::pow(10.0, std::floor(std::log10(least_step)));
    double step = 10.0 * power;
    for (const double times : {5.0, 2.0, 1.0}) {
        if (times * power >= least_step) step = times * power;
    }
    Ticks ticks{.decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)))};
    // A hair of room, so that rounding does not lose a tick at an edge.
    const double room = 1e-9 * step;
    for (double k = std::ceil((low - room) / step); k * step <= high + room; k += 1.0) {
        ticks.values.push_back(k * step);
    }
    return ticks;
}

std::string bottom_axis(const PlotArea& area, const Ticks& ticks, std::string_view title) {
    std::string text;
    for (const double tick : ticks.values) {
        const double x = area.x(tick);
        text += svg_line(x, area.top, x, area.bottom + 4.0, pale_grey);
        text += svg_words(x, area.bottom + 18.0, tick_words(tick, ticks.decimals), "middle");
    }
    text += svg_line(area.left, area.bottom, area.right, area.bottom, grey);
    return text + svg_words(area.right, area.bottom + 18.0 + 1.5 * figure_height, title, "end");
}

std::string left_axis(const PlotArea& area, const Ticks& ticks, std::string_view title) {
    std::string text;
    for (const double tick : ticks.values) {
        const double y = area.y(tick);
        text += svg_line(area.left - 4.0, y, area.right, y, pale_grey);
        text += svg_words(area.left - 8.0, y + 0.35 * figure_height,
                          tick_words(tick, ticks.decimals), "end");
    }
    text += svg_line(area.left, area.top, area.left, area.bottom, grey);
    return text + svg_words(8.0, area.top - 14.0, title, "start");
}

}  // namespace entente::detail
