#pragma once

// What a shock does to one flow, read once for all formulas of a year.

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"

namespace entente::detail {

/// One origin, destination and sector; a country's trade with itself never changes.
struct BorderChange {
    /// New, ad valorem.
    double tariff_rate = 0.0;
    /// Price of crossing the border over that of the baseline, tariffs included.
    double kappa_hat = 1.0;
    /// Factor on varieties that may be sold, 0 or more.
    double share_factor = 1.0;
};

inline BorderChange border_change(const Baseline& base, const Shock& shock, std::size_t i,
                                  std::size_t n, std::size_t s) {
    BorderChange change{.tariff_rate = base.tariff_rate(i, n, s)};
    if (i == n) return change;
    if (!shock.tariff_rate.empty()) change.tariff_rate = shock.tariff_rate(i, n, s);
    change.kappa_hat = (1.0 + change.tariff_rate) / (1.0 + base.tariff_rate(i, n, s));
    if (!shock.trade_cost_hat.empty()) change.kappa_hat *= shock.trade_cost_hat(i, n, s);
    if (!shock.share_factor.empty()) change.share_factor = shock.share_factor(i, n, s);
    return change;
}

}  // namespace entente::detail
