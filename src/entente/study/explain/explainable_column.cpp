#include "entente/study/explain/explainable_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"

namespace entente::detail {
namespace {

// Parts are sums of up to some hundred figures: they repeat a figure to far more digits than this.
constexpr double largest_gap = 1e-9;

/// A step whose parts do not give its value is said to be one, never shown as if they did.
void check_steps(Explanation& explanation) {
    for (const ExplanationStep& step : explanation.steps) {
        if (step.rule == PartRule::beside) continue;
        const double again = recomputed(step);
        if (std::abs(again - step.value) <= largest_gap * std::max(1.0, std::abs(step.value))) {
            continue;
        }
        explanation.notes.push_back(
            fmt::format("The parts of {} give {}, not {}: {} is not explained.", step.name, again,
                        step.value, step.value - again));
    }
}

std::string lower(std::string code) {
    for (char& letter : code)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return code;
}

/// What users may write for a column of a pole: its code in lower case, and no "_pct".
void add_pole_names(const PoleKeys& poles, ExplainableColumn& column) {
    constexpr std::string_view percent = "_pct";
    std::vector<std::string> stated{column.name};
    stated.insert(stated.end(), column.other_names.begin(), column.other_names.end());
    std::vector<std::string> names = stated;
    for (const std::string& name : stated) {
        for (const Pole& pole : poles) {
            const std::string key = "_" + column_key(pole);
            const std::string spelled = "_" + name + "_";
            const std::size_t at = spelled.find(key + "_");
            if (at == std::string::npos) continue;
            const std::string other =
                spelled.substr(0, at) + "_" + lower(pole.code) + spelled.substr(at + key.size());
            names.push_back(other.substr(1, other.size() - 2));
        }
    }
    for (const std::string& name : std::vector<std::string>(names)) {
        if (!name.ends_with(percent)) continue;
        names.push_back(name.substr(0, name.size() - percent.size()));
    }
    for (const std::string& name : names) {
        const auto& others = column.other_names;
        if (name == column.name || std::ranges::find(others, name) != others.end()) continue;
        column.other_names.push_back(name);
    }
}

}  // namespace

std::vector<ExplainableColumn> explainable_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> all;
    for (const auto& family :
         {exposure_columns, trade_columns, hedging_score_columns, hedging_channel_columns,
          hedging_draw_columns, us_plus_columns, security_columns, risk_columns, vote_columns,
          pole_columns, lean_columns, isolation_columns, link_columns, reliance_columns,
          word_columns}) {
        for (ExplainableColumn& column : family(poles)) {
            add_pole_names(poles, column);
            all.push_back(std::move(column));
        }
    }
    return all;
}

const ExplainableColumn& column_named(const std::vector<ExplainableColumn>& columns,
                                      const std::string& name) {
    std::vector<std::string> known;
    for (const ExplainableColumn& column : columns) {
        const auto& others = column.other_names;
        if (column.name == name || std::ranges::find(others, name) != others.end()) return column;
        known.push_back(column.name);
        known.insert(known.end(), others.begin(), others.end());
    }
    throw OptionError(
        fmt::format("{} is not a column that can be explained.{} entente explain "
                    "--list has all.",
                    name, did_you_mean(name, known)));
}

Explanation explain_column(const ExplainData& data, const ExplainableColumn& column,
                           const std::string& code) {
    const HeatMapRow* in_map = data.row(code);
    const bool is_power = data.is_economy(code);
    if (in_map == nullptr && !column.has_everybody && !(column.has_powers && is_power)) {
        throw OptionError(
            fmt::format("{} has no row in the heat map: the powers themselves and "
                        "the rest of the world have none.",
                        code));
    }
    const HeatMapRow beside = in_map == nullptr ? data.row_beside(code) : HeatMapRow{};
    const HeatMapRow* row = in_map == nullptr ? &beside : in_map;
    Explanation explanation{.world = data.map().world,
                            .code = code,
                            .name = row->name,
                            .column = column.name,
                            .meaning = column.meaning,
                            .unit = column.unit,
                            .value = data.cell(code, column.name)};
    if (row->is_group() && !column.has_everybody) {
        explain_group(data, *row, explanation);
    } else {
        column.explain(data, *row, explanation);
    }
    check_steps(explanation);
    return explanation;
}

}  // namespace entente::detail
