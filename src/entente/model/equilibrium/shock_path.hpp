#pragma once

// The way from the baseline to a shock: the shocks in between, which a solver can follow step by
// step and a decomposition can add up along.

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"

namespace entente {

/// The shock a part of the way along: nothing at 0, all of it at 1. Tariff factors and trade costs
/// grow at a constant rate; so does a share factor above 1. One below 1 moves evenly in its cube
/// root: it reaches 0 exactly, and slows down before, where markets answer it most.
///
/// @param part  0 to 1.
/// @throws      ShapeError if the shape of the shock differs from the world's; OptionError if part
///              is outside its range.
/// Source       ours; docs/theory/equilibrium.md [eq:shock-path].
Shock shock_on_path(const Baseline& baseline, const Shock& shock, double part);

/// The share factor a part of the way from 1 to `factor`.
double share_factor_on_path(double factor, double part);

}  // namespace entente
