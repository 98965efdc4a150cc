#pragma once

// One market in one year of slow supply chains, at given prices: the equations in their plainest
// form.

#include <vector>

namespace entente {

/// One buyer and sector before the year. [i] = origins.
struct MarketBefore {
    /// Shares in the baseline, and in the year before.
    std::vector<double> base_share{};
    std::vector<double> share{};
    /// Prices of the year before over those of the baseline, tariffs included.
    std::vector<double> price_hat{};
    /// Factor on varieties that may be sold.
    std::vector<double> share_factor{};
    double log_price = 0.0;
};

/// The year itself.
struct MarketTerms {
    /// zeta, theta and theta_held.
    double rate = 1.0;
    double elasticity = 1.0;
    double held_elasticity = 1.0;
    /// [i] as in MarketBefore.
    std::vector<double> price_hat{};
    std::vector<double> share_factor{};
};

struct MarketYear {
    /// [i] sums to 1.
    std::vector<double> share{};
    /// ln P_hat over the baseline.
    double log_price = 0.0;
    /// Part of spending that is held.
    double held_mass = 0.0;
};

/// [eq:blended-share], [eq:blended-price], [eq:held-price], [eq:broken] of one market.
///
/// Source      docs/theory/dynamics.md, ours after Calvo (1983).
/// Checked by  tests/unit/model/dynamics/sourcing_market_test.cpp.
MarketYear source_market(const MarketBefore& before, const MarketTerms& terms);

}  // namespace entente
