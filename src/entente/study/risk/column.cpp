#include "entente/study/risk/column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "entente/report/levels.hpp"
#include "entente/study/risk/model.hpp"

namespace entente::detail {
namespace {

constexpr int years_ahead = 5;

std::string label_words(const CountryRisk& risk) {
    std::string words(level_words(risk.label));
    if (risk.is_not_separable()) {
        words = fmt::format("{} to {}, not separable", level_words(risk.lowest_label),
                            level_words(risk.highest_label));
    }
    // Then it is the chance of a further move toward the rival.
    return risk.is_partner ? words : words + ", not a partner";
}

}  // namespace

RiskColumn::RiskColumn(const LayerSet& layers, const std::vector<std::string>& poles,
                       std::size_t num_draws, std::uint64_t seed, std::size_t threads) {
    const bool is_of_this_pair = poles == std::vector<std::string>{"USA", "CHN"};
    const auto has = [&](const char* layout) { return layers.find(layout) != nullptr; };
    if (!is_of_this_pair || !has("panel") || !has("security") || !has("votes")) return;
    const RiskData data = load_risk_data(layers, threads);
    layers_ = data.stamps;
    const HazardTable table = risk_hazard(data, RiskOutcome::headline).table;
    const RiskModels models =
        make_risk_models(table, last_risk_year(data), years_ahead, seed, threads);
    const RiskForecast forecast = forecast_risk(
        models, table,
        {.horizon = years_ahead, .num_draws = num_draws, .seed = seed, .threads = threads});
    const std::vector<std::string_view> names = predictors_of(headline_specification);
    const Array2<double> values = predictor_values(table, names);
    for (const CountryRisk& risk : forecast.countries) {
        RiskDetail detail{.risk = risk,
                          .year = forecast.year,
                          .base_rate = forecast.base_rate,
                          .cuts = forecast.cuts,
                          .num_draws = num_draws,
                          .predictors = {names.begin(), names.end()},
                          .values = {}};
        for (std::size_t k = 0; k < table.rows.size(); ++k) {
            if (table.rows[k].state != risk.state || table.rows[k].year != forecast.year) continue;
            detail.values.assign(values.row(k).begin(), values.row(k).end());
        }
        rows_[table.states[risk.state]] = {
            {risk.probability, risk.low, risk.high, label_words(risk)},
            risk.label,
            std::move(detail)};
    }
}

std::optional<RiskDetail> RiskColumn::detail(const std::string& code) const {
    const auto found = rows_.find(code);
    if (found == rows_.end()) return std::nullopt;
    return found->second.detail;
}

std::optional<RowRisk> RiskColumn::country(const std::string& code) const {
    const auto found = rows_.find(code);
    if (found == rows_.end()) return std::nullopt;
    return found->second.risk;
}

std::optional<RowRisk> RiskColumn::group(const std::vector<std::string>& codes) const {
    std::vector<const Entry*> members;
    for (const std::string& code : codes) {
        const auto found = rows_.find(code);
        if (found != rows_.end()) members.push_back(&found->second);
    }
    if (members.empty()) return std::nullopt;
    const auto [low, high] = std::ranges::minmax_element(
        members, {}, [](const Entry* entry) { return entry->risk.probability; });
    return RowRisk{
        std::numeric_limits<double>::quiet_NaN(), (*low)->risk.probability,
        (*high)->risk.probability,
        fmt::format("{} to {}", level_words((*low)->label), level_words((*high)->label))};
}

}  // namespace entente::detail
