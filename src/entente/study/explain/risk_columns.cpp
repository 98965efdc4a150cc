// The chance of partial reversal, in log odds against the average partner.

#include <fmt/format.h>

#include <cmath>

#include "entente/realignment/hazard/predictor.hpp"
#include "entente/report/levels.hpp"
#include "entente/study/explain/explainable_column.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "hazards.md";

double log_odds(double probability) {
    return std::log(probability / (1.0 - probability));
}

/// Nothing outside the panel; then the explanation says so.
std::optional<RiskDetail> detail_of(const ExplainData& data, const HeatMapRow& row,
                                    Explanation& explanation) {
    explanation.layers = data.risk().layers();
    const auto detail = data.risk().detail(row.code);
    if (!detail) {
        explanation.notes.push_back(fmt::format(
            "{} has no figure: the panel of states holds neither the powers, nor states bound to "
            "Russia or China by a treaty of defence, nor those that never had a million people; "
            "the risk is that of partners between the United States and China.",
            row.code));
        return std::nullopt;
    }
    explanation.notes.push_back(
        "How far to trust it: past forecasts of this kind improved on the average rate by a few "
        "percent at best, and by nothing within their interval (entente risk --backtest).");
    return detail;
}

void add_values(const RiskDetail& detail, Explanation& explanation) {
    for (std::size_t k = 0; k < detail.values.size(); ++k) {
        explanation.cells.push_back({.source = "layer panel",
                                     .item = predictor(detail.predictors[k]).meaning,
                                     .as_of = fmt::format("{}", detail.year),
                                     .value = number_cell(detail.values[k]),
                                     .note = detail.predictors[k]});
    }
}

void explain_probability(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto detail = detail_of(data, row, explanation);
    if (!detail) return;
    const double probability = number_of(explanation);
    double rest = log_odds(probability);
    ExplanationStep step{.name = explanation.column,
                         .formula =
                             "log odds = average partner + drivers + the rest "
                             "[eq:risk-draw]",
                         .page = page,
                         .rule = PartRule::logistic,
                         .value = probability,
                         .unit = "within five years",
                         .note =
                             "Drivers are associations of the past in the headline model over "
                             "one year, not causes; .7 doubles the odds."};
    const auto add = [&](std::string name, double value, std::string note) {
        rest -= value;
        step.parts.push_back({std::move(name), value, "log odds", std::move(note)});
    };
    add("average partner", log_odds(detail->base_rate),
        fmt::format("chance {:.4f} within five years", detail->base_rate));
    for (const RiskDriver& driver : detail->risk.drivers) {
        const Predictor& each = predictor(detail->predictors[driver.predictor]);
        add(each.name, driver.log_odds, each.meaning);
    }
    step.parts.push_back({"the rest", rest, "log odds",
                          "median of draws over models, base rates, calibration and what sets a "
                          "country apart, less the drivers: not taken apart"});
    explanation.low = detail->risk.low;
    explanation.high = detail->risk.high;
    explanation.interval = fmt::format(
        "90% interval {:.3f} to {:.3f}: {} draws over coefficients, base rates, calibration, "
        "choice of model and what sets a country apart.",
        detail->risk.low, detail->risk.high, detail->num_draws);
    explanation.steps.push_back(std::move(step));
    add_values(*detail, explanation);
}

void explain_end(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    if (!detail_of(data, row, explanation)) return;
    explanation.notes.push_back(fmt::format(
        "Not taken apart: a quantile over {} draws. entente explain {} reversal_probability shows "
        "the parts of the median.",
        data.options().draws, row.code));
    explanation.cells.push_back({.source = "heat map",
                                 .item = "reversal_probability",
                                 .as_of = "within five years",
                                 .value = data.cell(row.code, "reversal_probability"),
                                 .unit = "0 to 1"});
}

void explain_label(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto detail = detail_of(data, row, explanation);
    if (!detail) return;
    ExplanationStep step{.name = "draws with each label",
                         .formula = "labels meet at the fifths of partner-years since 1990",
                         .page = page,
                         .rule = PartRule::sum,
                         .value = 1.0,
                         .unit = "of the draws",
                         .note = "Not separable: the 90% interval covers three labels or more."};
    for (std::size_t k = 0; k < num_risk_labels; ++k) {
        step.parts.push_back(
            {std::string(level_words(k)), detail->risk.label_probability[k], "of the draws",
             k == 0 ? std::string() : fmt::format("from {:.3f}", detail->cuts[k - 1])});
    }
    explanation.steps.push_back(std::move(step));
}

}  // namespace

std::vector<ExplainableColumn> risk_columns(const PoleKeys&) {
    return {{.name = "reversal_probability",
             .other_names = {"risk", "reversal"},
             .meaning = "Chance of partial reversal within five years, a definition of ours.",
             .unit = "0 to 1",
             .needs_risk = true,
             .explain = explain_probability},
            {.name = "reversal_low",
             .meaning = "The 5% quantile of the draws of that chance.",
             .unit = "0 to 1",
             .needs_risk = true,
             .explain = explain_end},
            {.name = "reversal_high",
             .meaning = "The 95% quantile of the draws of that chance.",
             .unit = "0 to 1",
             .needs_risk = true,
             .explain = explain_end},
            {.name = "reversal_label",
             .meaning = "The word for that chance, or a range that cannot be told apart.",
             .needs_risk = true,
             .explain = explain_label}};
}

}  // namespace entente::detail
