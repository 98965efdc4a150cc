#include "entente/report/risk_tipping.hpp"

#include <fmt/format.h>

#include <algorithm>

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

Figure drawing(const TippingReport& report) {
    constexpr double width = 640.0;
    constexpr double height = 400.0;
    constexpr double margin = 50.0;
    const double reach = std::max(report.curve.empty() ? 1.0 : report.curve.back().pressure, 1e-9);
    const auto place = [&](double pressure, double alignment) {
        return std::pair{margin + (width - 2.0 * margin) * (0.5 + 0.5 * pressure / reach),
                         margin + (height - 2.0 * margin) * (0.5 - 0.5 * alignment)};
    };
    std::vector<std::pair<double, double>> up;
    std::vector<std::pair<double, double>> down;
    for (const TippingCurvePoint& point : report.curve) {
        up.push_back(place(point.pressure, point.way_out));
        down.push_back(place(point.pressure, point.way_back));
    }
    const auto [x0, y0] = place(0.0, 0.0);
    std::string body = detail::svg_line(margin, y0, width - margin, y0, "#bbbbbb");
    body += detail::svg_line(x0, margin, x0, height - margin, "#bbbbbb");
    body += detail::svg_path(down, "#b5452c") + detail::svg_path(up, "#1f5fa8");
    body += detail::svg_words(width - margin, height - 15.0,
                              fmt::format("pressure, {:.2f} at the edge", reach), "end");
    body += detail::svg_words(margin, 30.0, "alignment, -1 to 1; blue going up, red coming back",
                              "start");
    return {detail::svg_page(width, height, "Hysteresis of alignment", body), shown_words(report)};
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
