#pragma once

// Whose growth helps whom: how wages and welfare of each country answer the productivity of each
// other, in the linear one-sector model.

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/world/trade_state.hpp"

namespace entente {

/// Elasticities [n, i]: n gains, i grows. Wages relative to world income. In `welfare` a positive
/// figure off the diagonal makes i a friend of n, a negative one an enemy.
struct FriendsAndEnemies {
    Array2<double> wage;
    Array2<double> welfare;
    /// Parts of `welfare`; they add up to it. Buyers turn to whoever became cheaper; customers
    /// became richer or poorer; what n buys became cheaper or dearer.
    Array2<double> cross_substitution;
    Array2<double> market_size;
    Array2<double> cost_of_living;
};

/// [i, n] what origin sells to destination, all sectors together, net of tariffs, own sales too.
Array2<double> total_flows(const TradeState& state);

/// @param flow   [i, n] >= 0 in any unit, balanced: each country sells as much as it buys.
/// @param theta  trade elasticity, > 0.
/// @throws       ShapeError if the flows do not fit the countries; OptionError naming the country
/// if
///               trade is not balanced to 1e-6 of sales, or if theta is not positive.
/// Source        Kleinman, Liu and Redding (2024); docs/theory/friends-and-enemies.md
///               [eq:friends-wage], [eq:friends-welfare].
/// Checked by    tests/unit/model/friends_and_enemies_test.cpp.
FriendsAndEnemies friends_and_enemies(const Axis& countries, const Array2<double>& flow,
                                      double theta);

}  // namespace entente
