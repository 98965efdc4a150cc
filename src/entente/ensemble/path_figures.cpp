#include "entente/ensemble/path_figures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "entente/measures/exposure.hpp"
#include "entente/measures/hedging/trade_intensity.hpp"
#include "entente/measures/hedging/us_plus.hpp"
#include "entente/measures/trade_links.hpp"

namespace entente {
namespace {

constexpr double percent = 100.0;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool is_member(const std::vector<std::size_t>& pole, std::size_t n) {
    return std::ranges::find(pole, n) != pole.end();
}

Observation in_model(int year, double value) {
    return {.series = {"entente", "model"}, .year = year, .value = value};
}

/// Reliance and class over the window from the base year, here called year 0.
void add_plus(const TradeTie& then, const TradeTie& now, std::span<double> row) {
    const auto before = raw_intensity(then);
    const auto after = raw_intensity(now);
    if (!before || !after) return;
    const double change = *after - *before;
    row[static_cast<std::size_t>(PathFigure::reliance_change)] = percent * change;
    const PlusResult result = us_plus({.anchor_then = in_model(0, then.with_power),
                                       .anchor_now = in_model(1, now.with_power),
                                       .world_then = in_model(0, then.world_exports),
                                       .world_now = in_model(1, now.world_exports),
                                       .reliance_change = {.value = change}});
    row[static_cast<std::size_t>(PathFigure::is_plus)] =
        result.klass == PlusClass::us_plus ? 1.0 : 0.0;
}

}  // namespace

Array2<double> flows_of_pairs(const TradeState& state) {
    const auto [num_origins, num_destinations, num_sectors] = state.trade_flow.shape();
    Array2<double> flow(num_origins, num_destinations);
    for (std::size_t i = 0; i < num_origins; ++i) {
        for (std::size_t n = 0; n < num_destinations; ++n) {
            for (std::size_t s = 0; s < num_sectors && i != n; ++s) {
                flow(i, n) += state.trade_flow(i, n, s);
            }
        }
    }
    return flow;
}

Array2<double> path_figures(const World& world, const TradeState& state,
                            const std::vector<double>& welfare_hat, const PathPoles& poles,
                            const PathBase& base) {
    Array2<double> figures(world.num_countries(), num_path_figures, none);
    const SupplyChainMultipliers multipliers = supply_chain_multipliers(world, state);
    const Array2<double> flow = flows_of_pairs(state);
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        const std::span<double> row = figures.row(n);
        row[0] = percent * (welfare_hat[n] - 1.0);
        for (std::size_t p = 0; p < poles.size(); ++p) {
            row[1 + p] = percent * trade_shares(state, n, poles[p]).trade;
            if (is_member(poles[p], n)) continue;
            row[3 + p] =
                percent *
                closed_form_exposure(world, state, multipliers, n, {.power = poles[p]}).total;
        }
        if (is_member(poles[0], n)) continue;
        add_plus(trade_tie(base.flow, n, poles[0]), trade_tie(flow, n, poles[0]), row);
    }
    return figures;
}

}  // namespace entente
