#pragma once

// The equilibrium a counterfactual is measured against: the data of a world, solved once so that no
// shock gives exactly no change.

#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/horizon.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// How the model closes trade deficits and which parameters it changes.
struct ModelOptions {
    /// balanced: no deficits, the base is solved again without them. fixed: D stays as it is while
    /// world value added is the numeraire (the literature's additive deficits). multiplicative:
    /// spending is (1 + d) times value added and tariff revenue, scaled so that the world spends
    /// what it earns.
    DeficitMode deficits = DeficitMode::balanced;
    /// psi >= 0: labour supply grows with the real wage to this power. Only for worlds of one
    /// sector without inputs.
    double supply_elasticity = 0.0;
    /// Largest theta used; 0 = no cap.
    double largest_trade_elasticity = 0.0;
    /// [s] theta > 0 used instead of the world's, before the cap; empty = the world's.
    std::vector<double> trade_elasticity{};
    /// Theta, after the cap, is scaled to what works after these years.
    Horizon horizon{};
};

/// Axes i origin, n destination, s sector (r the sector that buys); money in the unit of the world.
struct Baseline {
    Axis countries;
    Axis sectors;
    ModelOptions options;
    /// [s] theta > 0.
    std::vector<double> trade_elasticity;
    /// [i, n, s] pi, sums to 1 over i; 1 at home where n spends nothing.
    Array3<double> trade_share;
    /// [i, n, s] ad valorem.
    Array3<double> tariff_rate;
    /// [n, s] gamma.
    Array2<double> value_added_share;
    /// [n, s, r] part of the cost of r in n that is input s; with gamma it sums to 1 over s. Empty
    /// without inputs.
    Array3<double> input_cost_share;
    /// [n, s] alpha, sums to 1 over s.
    Array2<double> consumption_share;
    /// [n, s] X, tariffs included.
    Array2<double> expenditure;
    /// [n] wL, R, D and I = wL + R + D.
    std::vector<double> value_added;
    std::vector<double> tariff_revenue;
    std::vector<double> trade_deficit;
    std::vector<double> income;
    /// Sectors whose theta was capped.
    std::vector<std::string> capped_sectors;
    /// Largest residual of the base, and seconds its solve took.
    double residual = 0.0;
    double seconds = 0.0;

    std::size_t num_countries() const { return countries.size(); }
    std::size_t num_sectors() const { return sectors.size(); }
};

/// Solves the equilibrium of the data under the closure of `options`.
///
/// @throws OptionError if psi is not 0 in a world with several sectors or with inputs, or if an
///         option is out of range; ShapeError if the elasticities do not fit the sectors; DataError
///         naming country and sector if the base has no solution.
/// Source  Caliendo and Parro (2015), data appendix; docs/theory/equilibrium.md [eq:baseline].
Baseline make_baseline(const World& world, const ModelOptions& options = {});

}  // namespace entente
