#include "entente/world/trade_state.hpp"

#include "entente/world/world.hpp"

namespace entente {

// [eq:expenditure]   X[n,s] = sum_i X[i,n,s] (1 + t[i,n,s])
// [eq:trade-share]   pi[i,n,s] = X[i,n,s] (1 + t[i,n,s]) / X[n,s]
// [eq:value-added]   wL[n] = sum_s gamma[n,s] Y[n,s]
// [eq:trade-deficit] D[n] = sum_i,s X[i,n,s] - sum_m,s X[n,m,s]
// Source: Caliendo and Parro (2015), section 2; theirs is indexed [n,i], ours [i,n].
TradeState observed_state(const World& world) {
    const std::size_t num_countries = world.num_countries();
    const std::size_t num_sectors = world.num_sectors();
    TradeState state{
        .trade_flow = world.trade_flow(),
        .tariff_rate = world.tariff_rate(),
        .expenditure = Array2<double>(num_countries, num_sectors),
        .trade_share = Array3<double>(num_countries, num_countries, num_sectors),
        .gross_output = world.gross_output(),
        .value_added = std::vector<double>(num_countries),
        .tariff_revenue = std::vector<double>(num_countries),
        .trade_deficit = std::vector<double>(num_countries),
    };
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                const double flow = state.trade_flow(i, n, s);
                const double duty = flow * state.tariff_rate(i, n, s);
                state.expenditure(n, s) += flow + duty;
                state.tariff_revenue[n] += duty;
                state.trade_deficit[n] += flow;
                state.trade_deficit[i] -= flow;
            }
        }
    }
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                if (state.expenditure(n, s) <= 0.0) continue;
                state.trade_share(i, n, s) = state.trade_flow(i, n, s) *
                                             (1.0 + state.tariff_rate(i, n, s)) /
                                             state.expenditure(n, s);
            }
        }
    }
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            state.value_added[n] += world.value_added_share()(n, s) * state.gross_output(n, s);
        }
    }
    return state;
}

}  // namespace entente
