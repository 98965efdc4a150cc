#include "entente/study/explain/channel_cells.hpp"

#include <fmt/format.h>

#include "entente/measures/hedging/trade_intensity.hpp"
#include "entente/study/hedging/finance.hpp"
#include "entente/study/hedging/trade.hpp"
#include "entente/study/hedging/trade_publisher.hpp"

namespace entente::detail {
namespace {

bool is_same(const PerPole<IntensityReading>& a, const PerPole<IntensityReading>& b) {
    for (std::size_t g = 0; g < a.size(); ++g) {
        if (a[g].raw.z != b[g].raw.z || a[g].residual.z != b[g].residual.z) return false;
    }
    return true;
}

void add_vintage(const ExplainData& data, const TradeVintage& vintage, std::size_t i,
                 Explanation& explanation) {
    const auto add = [&](std::string item, double value, std::string unit) {
        explanation.cells.push_back({.source = "layer totals",
                                     .item = std::move(item),
                                     .as_of = fmt::format("{}", vintage.year),
                                     .value = number_cell(value),
                                     .unit = std::move(unit),
                                     .note = publisher_name(vintage.publisher)});
    };
    const TradeTotals& totals = *data.hedging().layers().totals;
    const std::string& code = totals.economies[i];
    for (const std::string& pole : data.options().poles) {
        const std::size_t g = totals.economies.at(pole);
        add(fmt::format("{} with {}, exports plus imports", code, pole), vintage.with(i, g),
            vintage.unit);
        add(fmt::format("{} with everybody", pole), vintage.total(g), vintage.unit);
        const auto a = raw_intensity({.with_power = vintage.with(i, g),
                                      .total = vintage.total(i),
                                      .power_total = vintage.total(g),
                                      .world_exports = vintage.world_exports});
        if (a) add(fmt::format("intensity a with {} [eq:raw-intensity]", pole), *a, "log points");
    }
    add(fmt::format("{} with everybody", code), vintage.total(i), vintage.unit);
    add("exports of all", vintage.world_exports, vintage.unit);
}

void add_trade_cells(const ExplainData& data, const ScoredCase& one, bool is_technology,
                     Explanation& explanation) {
    const LoadedLayers& layers = data.hedging().layers();
    const auto& reading = is_technology ? one.evidence.technology : one.evidence.trade;
    const auto i = layers.totals->economies.find(one.evidence.code);
    if (!reading || !i) return;
    const PerPole<std::string> poles{data.options().poles[0], data.options().poles[1]};
    const TradeLens lens = is_technology ? technology_lens(*layers.totals, *layers.geography, poles)
                                         : goods_lens(*layers.totals, *layers.geography, poles);
    for (const TradeLens::DatedReading& dated : lens.readings(*i)) {
        if (!is_same(dated.readings, *reading)) continue;
        add_vintage(data, *dated.vintage, *i, explanation);
        return;
    }
}

void add_finance_cells(const ExplainData& data, const ScoredCase& one, Explanation& explanation) {
    const LoadedLayers& layers = data.hedging().layers();
    if (!layers.finance) return;
    std::vector<std::string> panel;
    for (const HedgingCase& other : data.hedging().evidence().cases) panel.push_back(other.code);
    for (const FinanceLens::Mark& mark :
         FinanceLens(*layers.finance, panel).marks(one.evidence.code)) {
        if (mark.window->last_year > data.hedging().year()) continue;
        explanation.cells.push_back({.source = "layer finance",
                                     .item = "percentile of its amount over GDP and year",
                                     .as_of = mark.window->code,
                                     .value = number_cell(mark.percentile),
                                     .unit = "0 to 1",
                                     .note = publisher_name(mark.window->publisher)});
    }
    explanation.notes.push_back(
        "Finance: e of the rival is the mean of the last window's percentiles [eq:finance-level]; "
        "no source shows the other side, which is borrowed from trade.");
}

void add_vote_cells(const ExplainData& data, const ScoredCase& one, Explanation& explanation) {
    if (!one.evidence.kappa) return;
    for (std::size_t g = 0; g < one.evidence.kappa->size(); ++g) {
        explanation.cells.push_back(
            {.source = "layer votes",
             .item = fmt::format("kappa with {} [eq:vote-kappa]", data.options().poles[g]),
             .as_of = one.evidence.as_of[position(Channel::diplomacy)],
             .value = number_cell((*one.evidence.kappa)[g]),
             .unit = "at most 1"});
    }
    explanation.notes.push_back(
        "Diplomacy: e is the percentile of kappa among those of the fixed panel [eq:mid-rank].");
}

}  // namespace

void add_level_cells(const ExplainData& data, const ScoredCase& one, std::size_t channel,
                     Explanation& explanation) {
    switch (static_cast<Channel>(channel)) {
        case Channel::trade:
            return add_trade_cells(data, one, false, explanation);
        case Channel::technology:
            return add_trade_cells(data, one, true, explanation);
        case Channel::finance:
            return add_finance_cells(data, one, explanation);
        case Channel::diplomacy:
            return add_vote_cells(data, one, explanation);
    }
}

}  // namespace entente::detail
