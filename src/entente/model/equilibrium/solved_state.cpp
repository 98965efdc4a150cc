#include <cmath>

#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente {

// [eq:trade-share-new]  pi_new[i,n,s] = pi[i,n,s] share_factor[i,n,s]
//                                       (kappa_hat[i,n,s] c_hat[i,s] / P_hat[n,s])^-theta[s]
// Source: Caliendo and Parro (2015), the system in relative changes.
TradeState trade_state(const Baseline& baseline, const Shock& shock,
                       const Equilibrium& equilibrium) {
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    TradeState state{
        .trade_flow = Array3<double>(num_countries, num_countries, num_sectors),
        .tariff_rate = shock.tariff_rate.empty() ? baseline.tariff_rate : shock.tariff_rate,
        .expenditure = equilibrium.expenditure_new,
        .trade_share = baseline.trade_share,
        .gross_output = equilibrium.gross_output_new,
        .value_added = equilibrium.value_added_new,
        .tariff_revenue = equilibrium.tariff_revenue_new,
        .trade_deficit = equilibrium.trade_deficit_new};
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                double& share = state.trade_share(i, n, s);
                if (share <= 0.0) continue;
                double kappa_hat = 1.0;
                if (i != n) {
                    kappa_hat =
                        (1.0 + state.tariff_rate(i, n, s)) / (1.0 + baseline.tariff_rate(i, n, s));
                    if (!shock.trade_cost_hat.empty()) kappa_hat *= shock.trade_cost_hat(i, n, s);
                    if (!shock.share_factor.empty()) share *= shock.share_factor(i, n, s);
                }
                if (!shock.output_subsidy.empty()) kappa_hat *= 1.0 - shock.output_subsidy(i, s);
                share *= std::pow(
                    kappa_hat * equilibrium.unit_cost_hat(i, s) / equilibrium.price_index_hat(n, s),
                    -baseline.trade_elasticity[s]);
                state.trade_flow(i, n, s) =
                    share * state.expenditure(n, s) / (1.0 + state.tariff_rate(i, n, s));
            }
        }
    }
    return state;
}

}  // namespace entente
