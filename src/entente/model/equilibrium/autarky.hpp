#pragma once

// What a country's real wage would be without any foreign trade, in closed form: the gains from
// trade, and a point the solver must reach when all partners are cut off.

#include <vector>

#include "entente/model/equilibrium/baseline.hpp"

namespace entente {

/// [n] w_hat / P_hat when n trades with nobody any more, whatever the others do: below 1 by the
/// gains from trade; 0 where n needs a sector in which it makes nothing for itself.
///
/// Under balanced deficits welfare is this times wL / (wL + R): in autarky there is no tariff.
/// Source      Arkolakis, Costinot and Rodriguez-Clare (2012); with sectors and inputs
///             Costinot and Rodriguez-Clare (2014); docs/theory/equilibrium.md [eq:autarky].
/// Checked by  tests/unit/model/autarky_test.cpp.
std::vector<double> autarky_real_wage_hat(const Baseline& baseline);

}  // namespace entente
