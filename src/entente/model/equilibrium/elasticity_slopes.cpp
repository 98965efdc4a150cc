#include "entente/model/equilibrium/elasticity_slopes.hpp"

#include <cmath>

namespace entente {

// [eq:elasticity-slope]  dg / d ln theta[s] = sum_{i,n} dg / d ln d_hat[i,n,s] *
//                        ( ln c_hat[i,s] + ln tau_hat[i,n,s] - ln P_hat[n,s] )
// since shares hold (c_hat tau_hat / P_hat)^-theta. Of trade at home there is no derivative: its
// part is that of productivity less that of what is sold abroad.
std::vector<double> elasticity_slopes(const Baseline& baseline, const Shock& shock,
                                      const Equilibrium& solved, const Gradient& slopes) {
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    std::vector<double> of_theta(num_sectors, 0.0);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            const double log_cost = std::log(solved.unit_cost_hat(i, s));
            const double at_home = log_cost - std::log(solved.price_index_hat(i, s));
            of_theta[s] -= slopes.log_productivity(i, s) * at_home;
            for (std::size_t n = 0; n < num_countries; ++n) {
                const double slope = slopes.log_trade_cost(i, n, s);
                if (i == n || slope == 0.0) continue;
                double log_price = log_cost - std::log(solved.price_index_hat(n, s));
                if (!shock.tariff_rate.empty()) {
                    log_price += std::log((1.0 + shock.tariff_rate(i, n, s)) /
                                          (1.0 + baseline.tariff_rate(i, n, s)));
                }
                if (!shock.trade_cost_hat.empty()) {
                    log_price += std::log(shock.trade_cost_hat(i, n, s));
                }
                of_theta[s] += slope * (log_price - at_home);
            }
        }
    }
    return of_theta;
}

}  // namespace entente
