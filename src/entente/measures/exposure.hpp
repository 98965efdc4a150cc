#pragma once

// What a country would lose if its trade with a power stopped, in closed form: the long-run loss of
// real income at fixed wages. The general-equilibrium figure is computed in study/ with the model;
// this one needs no solve and shows where a loss comes from.

#include <cstddef>
#include <optional>
#include <vector>

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
    /// [s] parts of ln(1 / (1 - imports)) by imported sector; they add up to it.
    std::vector<double> import_parts;
    /// [s] parts of the value added sold to the power, over GDP, by sector sold.
    std::vector<double> export_parts;
};

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
/// Numerics      one linear solve of the size of the sectors; omega = 1 gives a loss of 1.
/// Source        docs/theory/exposure.md [eq:closed-form-exposure].
/// Checked by    tests/unit/measures/exposure_test.cpp.
ExposureLoss closed_form_exposure(const World& world, const TradeState& state, std::size_t n,
                                  const CutOff& cut_off);

}  // namespace entente
