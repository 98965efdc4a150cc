#include "entente/report/risk/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "entente/report/plot_area.hpp"
#include "entente/report/svg_text.hpp"

namespace entente::detail {
namespace {

constexpr double width = 760.0;
constexpr double row_height = 22.0;
/// Of a letter, for the room that names need.
constexpr double letter_width = 7.2;

std::vector<const RiskRow*> highest_first(const RiskTable& table) {
    std::vector<const RiskRow*> rows;
    for (const RiskRow& row : table.rows) rows.push_back(&row);
    std::ranges::stable_sort(rows, [](const RiskRow* a, const RiskRow* b) {
        if (a->is_group() != b->is_group()) return b->is_group();
        return a->is_group() ? a->high > b->high : a->probability > b->probability;
    });
    return rows;
}

std::string row_words(const RiskRow& row) {
    if (row.is_group()) {
        return fmt::format("{}, members {:.1f} to {:.1f}%", row.name, 100.0 * row.low,
                           100.0 * row.high);
    }
    return fmt::format("{} {:.1f}% ({:.1f} to {:.1f}%)", row.name, 100.0 * row.probability,
                       100.0 * row.low, 100.0 * row.high);
}

std::string row_marks(const RiskRow& row, const PlotArea& area, double y) {
    std::string marks = svg_words(area.left - 10.0, y + 4.5, row.name, "end");
    marks += svg_line(area.x(100.0 * row.low), y, area.x(100.0 * row.high), y, "#8a97a6", 3.0);
    if (row.is_group()) {
        return marks + svg_square(area.x(100.0 * row.low), y, 4.0, grey) +
               svg_square(area.x(100.0 * row.high), y, 4.0, grey);
    }
    const double x = area.x(100.0 * row.probability);
    return marks +
           (row.is_not_separable() ? svg_ring(x, y, 5.0, blue) : svg_circle(x, y, 5.5, blue));
}

/// What the marks mean, in a line above the area.
std::string legend(double left) {
    constexpr double y = 40.0;
    std::string text = svg_circle(left, y, 5.5, blue);
    text += svg_words(left + 12.0, y + 4.5, "median of the draws", "start");
    text += svg_ring(left + 165.0, y, 5.0, blue);
    text += svg_words(left + 177.0, y + 4.5, "not separable", "start");
    text += svg_square(left + 285.0, y, 4.0, grey);
    return text + svg_words(left + 297.0, y + 4.5, "ends of a group", "start");
}

}  // namespace

Figure risk_chart(const RiskTable& table) {
    const std::vector<const RiskRow*> rows = highest_first(table);
    const std::string title =
        fmt::format("Risk of partial reversal within {} year{} of the end of {}", table.horizon,
                    table.horizon == 1 ? "" : "s", table.year);
    if (rows.empty()) {
        const std::string none = "No country to show.";
        return {svg_page(width, 60.0, title, svg_words(20.0, 35.0, none, "start"), none), none};
    }
    double highest = table.base_rate;
    std::size_t longest = 0;
    for (const RiskRow* row : rows) {
        highest = std::max(highest, row->high);
        longest = std::max(longest, row->name.size());
    }
    PlotArea area{.left = 20.0 + letter_width * static_cast<double>(longest),
                  .top = 84.0,
                  .right = width - 24.0,
                  .bottom = 84.0 + row_height * static_cast<double>(rows.size()),
                  .high_x = std::max(100.0 * highest, 1.0)};
    std::string body = svg_words(10.0, 20.0, title, "start") + legend(20.0);
    body += bottom_axis(area, round_ticks(0.0, area.high_x, 8), "chance, %; lines hold 90%");
    const double average = area.x(100.0 * table.base_rate);
    body += svg_path({{average, area.top - 6.0}, {average, area.bottom}}, "#1c1c1c", "5 4");
    body += svg_words(average, area.top - 12.0,
                      fmt::format("average partner {:.1f}%", 100.0 * table.base_rate), "start");
    std::string words = fmt::format("{}, median and 90% interval: ", title);
    double y = area.top + 0.5 * row_height;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        body += row_marks(*rows[k], area, y);
        words += (k ? "; " : "") + row_words(*rows[k]);
        y += row_height;
    }
    words += fmt::format(". The average partner: {:.1f}%. {}", 100.0 * table.base_rate,
                         std::string(risk_caution));
    return {svg_page(width, area.bottom + 50.0, title, body, words), words};
}

Figure calibration_chart(const RiskBacktest& backtest) {
    const std::string title = fmt::format("Forecasts of {} to {}: what was said and what came",
                                          backtest.first_origin, backtest.last_origin);
    if (backtest.calibration.empty()) {
        const std::string none = "No forecast to show.";
        return {svg_page(width, 60.0, title, svg_words(20.0, 35.0, none, "start"), none), none};
    }
    double highest = 0.01;
    for (const CalibrationGroup& group : backtest.calibration) {
        highest = std::max({highest, group.mean_probability, group.frequency, group.high});
    }
    const PlotArea area{.left = 60.0,
                        .top = 64.0,
                        .right = 560.0,
                        .bottom = 484.0,
                        .high_x = 105.0 * highest,
                        .high_y = 105.0 * highest};
    const Ticks ticks = round_ticks(0.0, area.high_x);
    std::string body = svg_words(10.0, 20.0, title, "start");
    body += bottom_axis(area, ticks, "said, %") + left_axis(area, ticks, "came, %");
    body += svg_path({{area.x(0.0), area.y(0.0)}, {area.x(area.high_x), area.y(area.high_y)}}, grey,
                     "6 5");
    body += svg_words(area.right + 8.0, area.top + 4.0, "as much as was said", "start");
    std::string words = title + ", in percent, with 90% over draws of countries: ";
    for (const CalibrationGroup& group : backtest.calibration) {
        const double x = area.x(100.0 * group.mean_probability);
        body +=
            svg_line(x, area.y(100.0 * group.low), x, area.y(100.0 * group.high), "#8a97a6", 3.0);
        body += svg_circle(x, area.y(100.0 * group.frequency), 5.5, blue);
        words += fmt::format("{}said {:.1f}, came {:.1f} ({:.1f} to {:.1f})",
                             &group == &backtest.calibration.front() ? "" : "; ",
                             100.0 * group.mean_probability, 100.0 * group.frequency,
                             100.0 * group.low, 100.0 * group.high);
    }
    return {svg_page(width, area.bottom + 50.0, title, body, words + "."), words + "."};
}

}  // namespace entente::detail
