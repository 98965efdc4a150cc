#pragma once

// What a country would lose if its trade with a power stopped, in closed form: the long-run loss of
// real income at fixed wages. The general-equilibrium figure is computed in study/ with the model;
// this one needs no solve and shows where a loss comes from.

#include <cstddef>
#include <optional>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Which trade stops.
struct CutOff {
    /// Positions of the power's members. The country itself, if among them, is never cut from
    /// itself.
    std::vector<std::size_t> power;
    bool imports = true;
    bool exports = true;
    /// Only this sector; empty = all.
    std::optional<std::size_t> sector{};
};

/// Losses of one country as shares of its real income, 0 to 1 (1 = no way to replace the trade).
struct ExposureLoss {
    double imports = 0.0;
    double exports = 0.0;
    /// 1 - (1 - imports) (1 - exports)
    double total = 0.0;
    /// [s] parts of ln(1 / (1 - imports)) by imported sector; they add up to it. Infinite where the
    /// power is the only seller.
    std::vector<double> import_parts{};
    /// [s] parts of the value added sold to the power, over GDP, by sector sold.
    std::vector<double> export_parts{};
    /// theta_mean: trade elasticities weighted with the sales to the power; 0 without sales.
    double export_elasticity = 0.0;
};

/// What the supply chains inside each country make of a change in one sector. They do not depend on
/// who is cut off, so one set serves every power.
struct SupplyChainMultipliers {
    /// [n, s] rise of the consumer price index of n for a rise of one in the cost of s, both in
    /// logarithms; at least the consumption share.
    Array2<double> price;
    /// [n, s] value added of n in one unit of money of what its sector s makes, 0 to 1.
    Array2<double> value_added;
};

/// Both multipliers of every country: two linear solves of the size of the sectors for each. NaN
/// where a circle of sectors uses nothing but each other and no value added.
///
/// Source        docs/theory/exposure.md [eq:price-multiplier], [eq:value-added-multiplier].
/// Checked by    tests/unit/measures/exposure_test.cpp.
SupplyChainMultipliers supply_chain_multipliers(const World& world, const TradeState& state);

/// Loss of country n under a cut-off.
///
/// Imports: ln P_hat = alpha' (I - G')^-1 v with v_s = -ln(1 - omega_s) / theta_s, where omega is
/// the power's share in spending on s and G the shares of inputs in total cost; loss = 1 - 1 /
/// P_hat. Exports: value added embodied in sales to the power over GDP, times 1 / (1 + theta_mean),
/// with theta_mean weighted by those sales. Assumes wages fixed, unit elasticity across sectors,
/// the long run. Our own choice among the forms the literature offers; use it beside the
/// general-equilibrium loss, never instead.
///
/// @param world  theta > 0.
/// @param state  the baseline of `world`.
/// @throws       ShapeError if a position is not in the world.
/// Numerics      one linear solve of the size of the sectors a direction; omega = 1 in a sector
///               that is used gives a loss of exactly 1.
/// Source        docs/theory/exposure.md [eq:closed-form-exposure].
/// Checked by    tests/unit/measures/exposure_test.cpp, tests/property/measures_exposure_test.cpp.
ExposureLoss closed_form_exposure(const World& world, const TradeState& state, std::size_t n,
                                  const CutOff& cut_off);

/// The same with the multipliers at hand, for many countries, powers or scopes: no solve.
ExposureLoss closed_form_exposure(const World& world, const TradeState& state,
                                  const SupplyChainMultipliers& multipliers, std::size_t n,
                                  const CutOff& cut_off);

}  // namespace entente
