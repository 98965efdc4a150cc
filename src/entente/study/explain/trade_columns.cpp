// Shares and concentration of trade, and how much of it is estimated.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "entente/measures/trade_links.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/world/tidy_words.hpp"

namespace entente::detail {
namespace {

/// Exports and imports of n with m, over sectors.
struct Exchange {
    double exports = 0.0;
    double imports = 0.0;
    double both() const { return exports + imports; }
};

Exchange exchange(const TradeState& state, std::size_t n, std::size_t m) {
    Exchange sum;
    for (const double flow : state.trade_flow.row(n, m)) sum.exports += flow;
    for (const double flow : state.trade_flow.row(m, n)) sum.imports += flow;
    return sum;
}

ExplanationCell money_cell(const World& world, std::string item, double value) {
    return {.source = "world " + world.name(),
            .item = std::move(item),
            .as_of = fmt::format("{}", world.base_year()),
            .value = number_cell(value),
            .unit = world.unit(),
            .note = "sum over sectors"};
}

void explain_trade_share(const ExplainData& data, const HeatMapRow& row, std::size_t pole,
                         Explanation& explanation) {
    const World& world = data.world();
    const TradeState& state = data.losses().state();
    const std::size_t n = world.countries().at(row.code);
    const Power& power = data.powers()[pole];
    ExplanationStep with{.name = "trade with the power",
                         .formula = "sum_s X[n,i,s] + X[i,n,s], i in the power",
                         .page = "trade-links.md",
                         .rule = PartRule::sum,
                         .unit = world.unit()};
    for (const std::size_t m : power.members) {
        if (m == n) continue;
        const Exchange trade = exchange(state, n, m);
        const std::string& code = world.countries()[m];
        with.parts.push_back({"exports to " + code, trade.exports, world.unit(), {}});
        with.parts.push_back({"imports from " + code, trade.imports, world.unit(), {}});
        explanation.cells.push_back(money_cell(world, "exports to " + code, trade.exports));
        explanation.cells.push_back(money_cell(world, "imports from " + code, trade.imports));
    }
    with.value = recomputed(with);
    double all = 0.0;
    for (std::size_t m = 0; m < world.num_countries(); ++m) {
        if (m != n) all += exchange(state, n, m).both();
    }
    explanation.cells.push_back(money_cell(world, "trade with everybody abroad", all));
    explanation.steps.push_back({.name = explanation.column,
                                 .formula =
                                     "share = trade with the power / trade with everybody abroad "
                                     "[eq:trade-share-with-power]",
                                 .page = "trade-links.md",
                                 .rule = PartRule::ratio,
                                 .parts = {{"trade with the power", with.value, world.unit(), {}},
                                           {"trade with everybody abroad", all, world.unit(), {}}},
                                 .value = number_of(explanation)});
    explanation.steps.push_back(std::move(with));
}

void explain_partners(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const World& world = data.world();
    const TradeState& state = data.losses().state();
    const std::size_t n = world.countries().at(row.code);
    ExplanationStep step{.name = explanation.column,
                         .formula = "N_eff = 1 / sum_i share_i^2 [eq:effective-partners]",
                         .page = "trade-links.md",
                         .rule = PartRule::inverse_square_sum,
                         .value = number_of(explanation),
                         .unit = "partners",
                         .note =
                             "ROW, the rest of the world, counts as one partner: the figure is "
                             "a lower bound."};
    for (std::size_t m = 0; m < world.num_countries(); ++m) {
        if (m == n) continue;
        const std::array<std::size_t, 1> partner{m};
        step.parts.push_back({fmt::format("{} {}", world.countries()[m], world.country_name(m)),
                              trade_shares(state, n, partner).trade,
                              "of trade",
                              {}});
    }
    explanation.steps.push_back(std::move(step));
}

void explain_estimated(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const World& world = data.world();
    const std::size_t n = world.countries().at(row.code);
    std::array<double, 3> value{};
    ExplanationStep sectors{.name = "estimated trade",
                            .formula = "value of the cells that are estimated, by sector",
                            .page = "trade-links.md",
                            .rule = PartRule::sum,
                            .unit = world.unit()};
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        double estimated = 0.0;
        for (std::size_t m = 0; m < world.num_countries(); ++m) {
            if (m == n) continue;
            for (const auto& [i, j] : {std::pair{n, m}, std::pair{m, n}}) {
                const Quality quality = world.trade_quality()(i, j, s);
                const double flow = world.trade_flow()(i, j, s);
                value[static_cast<std::size_t>(quality)] += flow;
                if (quality == Quality::estimated) estimated += flow;
            }
        }
        if (estimated == 0.0) continue;
        const Sector& sector = world.data().sectors[s];
        sectors.parts.push_back(
            {fmt::format("{} {}", sector.code, sector.name), estimated, world.unit(), {}});
    }
    sectors.value = recomputed(sectors);
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "share = value of estimated cells / value of all cells [eq:quality-shares]",
         .page = "trade-links.md",
         .rule = PartRule::ratio,
         .parts = {{"estimated trade", sectors.value, world.unit(), {}},
                   {"all trade abroad", value[0] + value[1] + value[2], world.unit(), {}}},
         .value = number_of(explanation)});
    explanation.steps.push_back(std::move(sectors));
    for (const Quality quality : {Quality::observed, Quality::scaled, Quality::estimated}) {
        explanation.cells.push_back(money_cell(world,
                                               fmt::format("{} trade", quality_word(quality)),
                                               value[static_cast<std::size_t>(quality)]));
    }
}

}  // namespace

std::vector<ExplainableColumn> trade_columns(const PoleKeys& poles) {
    std::vector<ExplainableColumn> columns;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        const std::string key = column_key(poles[p]);
        columns.push_back(
            {.name = "trade_share_" + key,
             .meaning = fmt::format("Share of {} in its exports plus imports, services included.",
                                    in_sentence(poles[p])),
             .unit = "0 to 1",
             .explain = [p](const auto& data, const auto& row, auto& explanation) {
                 explain_trade_share(data, row, p, explanation);
             }});
    }
    columns.push_back({.name = "effective_partners",
                       .other_names = {"partners"},
                       .meaning = "As many partners of equal size would be as concentrated as its "
                                  "trade is.",
                       .unit = "partners",
                       .explain = explain_partners});
    columns.push_back({.name = "estimated_share",
                       .meaning = "Share of the value of its foreign trade that is estimated.",
                       .unit = "0 to 1",
                       .explain = explain_estimated});
    return columns;
}

}  // namespace entente::detail
