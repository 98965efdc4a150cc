#pragma once

// What is read off world trade in one year of a path, for each country.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Two powers as positions of their members: the anchor and its rival.
using PathPoles = std::array<std::vector<std::size_t>, 2>;

/// Figures of a country and year, in percent but the last; _0 of the first pole, _1 of the second.
enum class PathFigure {
    /// Exact change of real income against the base year.
    welfare,
    /// Part of exports plus imports.
    trade_share_0,
    trade_share_1,
    /// Loss if trade with the pole stopped, in closed form.
    exposure_0,
    exposure_1,
    /// Change of relative reliance on the first pole against the base year, 100 log points.
    reliance_change,
    /// 1 if the country keeps its trade with the first pole and relies less on it, else 0.
    is_plus,
};
inline constexpr std::size_t num_path_figures = 7;

/// What comparisons with the base year need.
struct PathBase {
    /// [i, n] flows of the base year.
    Array2<double> flow;
};

/// [i, n] flows summed over sectors, nothing at home.
Array2<double> flows_of_pairs(const TradeState& state);

/// [country, figure] NaN where a figure is not defined, as for the poles themselves.
///
/// @param welfare_hat  [n]
/// Source  docs/theory/dynamics.md [eq:path-figures].
Array2<double> path_figures(const World& world, const TradeState& state,
                            const std::vector<double>& welfare_hat, const PathPoles& poles,
                            const PathBase& base);

}  // namespace entente
