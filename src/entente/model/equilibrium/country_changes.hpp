#pragma once

// What a counterfactual does to each country: exact welfare, the real wage, and the first-order
// decomposition the literature publishes.

#include <vector>

#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente {

/// Factors (_hat) are 1 without change; the other figures are parts of one: 0.01 = 1 percent.
struct CountryChange {
    /// I_hat / P_hat, the spending scale of multiplicative deficits left out.
    double welfare_hat = 1.0;
    /// w_hat / P_hat
    double real_wage_hat = 1.0;
    double income_hat = 1.0;
    /// P_hat of final spending.
    double price_index_hat = 1.0;
    /// Nominal, net of tariffs, own sales left out; 1 where there are none.
    double exports_hat = 1.0;
    double imports_hat = 1.0;
    /// Parts of the published first-order welfare change, with base weights and finite changes.
    double terms_of_trade = 0.0;
    double volume_of_trade = 0.0;
    double technical_efficiency = 0.0;
    /// Sum of the three. Not the change of welfare: large shocks make the two differ even in sign.
    double welfare_first_order() const {
        return terms_of_trade + volume_of_trade + technical_efficiency;
    }
};

/// [n] one for each country.
///
/// Source      Caliendo and Parro (2015), their decomposition, and the programs of the replication
///             package; docs/theory/equilibrium.md [eq:welfare], [eq:first-order].
/// Checked by  tests/published/caliendo_parro_2015_test.cpp.
std::vector<CountryChange> country_changes(const Baseline& baseline, const Shock& shock,
                                           const Equilibrium& equilibrium);

}  // namespace entente
