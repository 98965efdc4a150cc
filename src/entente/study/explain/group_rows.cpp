// The row of a group: means of its members weighted with GDP, where the map takes one.

#include <fmt/format.h>

#include <cmath>

#include "entente/study/explain/explainable_column.hpp"

namespace entente::detail {
namespace {

bool is_mean(const std::string& column) {
    return column.starts_with("trade_share_") || column == "effective_partners" ||
           column == "estimated_share" ||
           (column.starts_with("exposure_") && column.ends_with("_pct") &&
            column.find("_member_") == std::string::npos);
}

}  // namespace

void explain_group(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    if (!is_mean(explanation.column)) {
        explanation.notes.push_back(fmt::format(
            "{} is a group: not taken apart. Hedging is the mean of its members inside each draw, "
            "risk the range over them, and what a power loses one solve with all members cut off. "
            "Ask for a member: {}{}.",
            row.code, fmt::format("{}", row.members.front()),
            row.members.size() > 1 ? ", " + row.members[1] : ""));
        return;
    }
    ExplanationStep step{.name = explanation.column,
                         .formula = "x[g] = sum_n Y[n] x[n] / sum_n Y[n] [eq:group-mean]",
                         .page = "heat-map.md",
                         .rule = PartRule::sum,
                         .value = number_of(explanation),
                         .unit = explanation.unit};
    const std::vector<double>& gdp = data.losses().state().value_added;
    double sum = 0.0;
    for (const std::string& code : row.members) sum += gdp[data.world().countries().at(code)];
    for (const std::string& code : row.members) {
        const Cell cell = data.cell(code, explanation.column);
        const auto* figure = std::get_if<double>(&cell.value);
        const double weight = gdp[data.world().countries().at(code)] / sum;
        step.parts.push_back({code, figure == nullptr ? std::nan("") : weight * *figure,
                              explanation.unit,
                              fmt::format("GDP weight {:.4f} x {:.6g}", weight,
                                          figure == nullptr ? std::nan("") : *figure)});
    }
    explanation.steps.push_back(std::move(step));
}

}  // namespace entente::detail
