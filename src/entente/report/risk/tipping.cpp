#include "entente/report/risk/tipping.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/report/plot_area.hpp"
#include "entente/report/render_document.hpp"
#include "entente/report/svg_text.hpp"

namespace entente {
namespace {

Table figure_table(const TippingReport& report) {
    Table table{.title = "Figures",
                .columns = {{.name = "model", .title = "Model"},
                            {.name = "figure", .title = "Figure"},
                            {.name = "value", .title = "Value", .decimals = 6}},
                .rows = {}};
    const auto add = [&](const char* model, std::string figure, std::optional<double> value) {
        table.rows.push_back({text_cell(model), text_cell(std::move(figure)), number_cell(value)});
    };
    add("mean field", "alignment at the fold", report.fold_alignment);
    add("mean field", "pressure at the fold", report.fold_pressure);
    add("mean field", "jump on the way up", report.jump_up);
    add("mean field", "jump on the way down", report.jump_down);
    for (std::size_t k = 0; k < report.steady_states.size(); ++k) {
        const bool is_unstable = report.steady_states.size() == 3 && k == 1;
        add("mean field",
            fmt::format("{} state at pressure {}", is_unstable ? "unstable" : "stable",
                        report.pressure),
            report.steady_states[k]);
    }
    add("global game", "threshold without noise", report.limit_threshold);
    for (const double threshold : report.signal_thresholds) {
        add("global game", fmt::format("threshold with noise {}", report.noise), threshold);
    }
    return table;
}

Table curve_table(const TippingReport& report) {
    Table table{
        .title = "Slow pressure up and down again",
        .columns =
            {{.name = "pressure", .title = "Pressure", .decimals = 3},
             {.name = "alignment_up", .title = "Alignment", .unit = "going up", .decimals = 4},
             {.name = "alignment_down", .title = "Alignment", .unit = "going down", .decimals = 4}},
        .rows = {}};
    for (const TippingCurvePoint& point : report.curve) {
        table.rows.push_back(
            {number_cell(point.pressure), number_cell(point.way_out), number_cell(point.way_back)});
    }
    return table;
}

std::string shown_words(const TippingReport& report) {
    if (!report.jump_up) {
        return "Alignment against pressure, going up and coming back: the two ways are the same.";
    }
    return fmt::format(
        "Alignment against pressure: going up it jumps at {:.4f}, coming back at {:.4f}.",
        *report.jump_up, *report.jump_down);
}

/// Which line is which: unbroken and blue on the way up, dashed and red on the way back.
std::string legend() {
    std::string text = detail::svg_path({{60.0, 20.0}, {96.0, 20.0}}, detail::blue);
    text += detail::svg_words(104.0, 24.5, "pressure going up", "start");
    text += detail::svg_path({{250.0, 20.0}, {286.0, 20.0}}, detail::vermilion, "7 4");
    return text + detail::svg_words(294.0, 24.5, "pressure coming back", "start");
}

Figure drawing(const TippingReport& report) {
    constexpr double width = 680.0;
    constexpr double height = 460.0;
    constexpr const char* title = "Hysteresis of alignment";
    if (report.curve.empty()) {
        const std::string none = "No curve to show.";
        return {detail::svg_page(width, 60.0, title, detail::svg_words(20.0, 35.0, none, "start"),
                                 none),
                none};
    }
    const double reach = std::max(report.curve.back().pressure, 1e-9);
    const detail::PlotArea area{.left = 60.0,
                                .top = 68.0,
                                .right = width - 24.0,
                                .bottom = height - 52.0,
                                .low_x = -reach,
                                .high_x = reach,
                                .low_y = -1.0};
    std::vector<std::pair<double, double>> up;
    std::vector<std::pair<double, double>> down;
    for (const TippingCurvePoint& point : report.curve) {
        up.emplace_back(area.x(point.pressure), area.y(point.way_out));
        down.emplace_back(area.x(point.pressure), area.y(point.way_back));
    }
    std::string body = legend();
    body += detail::bottom_axis(area, detail::round_ticks(-reach, reach, 8), "outside pressure");
    body += detail::left_axis(area, detail::round_ticks(-1.0, 1.0, 8),
                              "alignment: -1 all with one side, 1 all with the other");
    body += detail::svg_path(up, detail::blue) + detail::svg_path(down, detail::vermilion, "7 4");
    if (report.jump_up && report.jump_down) {
        body += detail::svg_words(area.x(*report.jump_up) + 10.0, area.y(-0.25),
                                  fmt::format("jump at {:.3f}", *report.jump_up), "start");
        body += detail::svg_words(area.x(*report.jump_down) - 10.0, area.y(0.25),
                                  fmt::format("jump at {:.3f}", *report.jump_down), "end");
    }
    const std::string words = shown_words(report);
    return {detail::svg_page(width, height, title, body, words), words};
}

}  // namespace

std::string render(const TippingReport& report, const Rendering& how) {
    const Table figures = figure_table(report);
    const Table curve = curve_table(report);
    Document document{.title = "Tipping points",
                      .introduction = {},
                      .tables = {figures, curve},
                      .figures = {drawing(report)},
                      .closing = {}};
    document.introduction = {
        fmt::format("Mean field: sharpness {}, coupling {}. {}", report.sharpness, report.coupling,
                    report.fold_pressure
                        ? "Two stable states between the folds: the way back differs from the way "
                          "out."
                        : "One stable state at any pressure: sharpness times coupling is at most "
                          "1."),
        fmt::format("Global game: company {}, penalty {}; signals with noise {}, prior mean {} and "
                    "spread {}.{}",
                    report.company, report.penalty, report.noise, report.prior_mean,
                    report.prior_sd,
                    report.signal_thresholds.size() > 1
                        ? " Several thresholds: what all expect of all decides."
                        : "")};
    document.closing = {
        "Both models are illustrations with the parameters you give; none is estimated.",
        "Threshold: states that see a hold of the anchor below it realign."};
    const JsonObject object{{"sharpness", number_cell(report.sharpness)},
                            {"coupling", number_cell(report.coupling)},
                            {"figures", figures},
                            {"curve", curve}};
    return detail::render_document(document, how.format == Format::csv ? curve : figures, object,
                                   how);
}

}  // namespace entente
